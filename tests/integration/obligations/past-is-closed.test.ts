import { describe, expect, test } from 'vitest';
import { designatePerson } from '#features/obligations/designate-person.ts';
import { changeAbsenceEnd } from '#features/obligations/change-absence-end.ts';
import { endCredit } from '#features/obligations/end-credit.ts';
import { endDesignation } from '#features/obligations/end-designation.ts';
import { endExemption } from '#features/obligations/end-exemption.ts';
import { exemptPerson } from '#features/obligations/exempt-person.ts';
import { recordAbsence } from '#features/obligations/record-absence.ts';
import { recordCredit } from '#features/obligations/record-credit.ts';
import { actOf, day, PROGRAMME, smallOrganisation, unchanged } from './scene.ts';

const reason = 'Motif consigné';
const programme = PROGRAMME;

async function onePerson() {
  const { db, people } = await smallOrganisation();
  return { db, personId: people.N1!, on: (text: string) => actOf(people.N2!, text) };
}

describe('what is dated before the day it is recorded begins that day', () => {
  test('a designation, an exemption, an absence, a credit', async () => {
    const { db, personId, on } = await onePerson();
    const act = on('2026-03-10');
    const from = day('2026-01-10');
    await designatePerson(db, act, { programme, personId, from });
    await exemptPerson(db, act, { programme, personId, from, reason });
    await recordAbsence(db, act, { personId, from, to: null, category: 'mission' });
    await recordCredit(db, act, { programme, personId, doneOn: from, proof: 'Attestation 12' });
    for (const table of ['designation', 'exemption', 'absence'] as const)
      expect(await db.selectFrom(table).select('from_date').execute()).toEqual([{ from_date: '2026-03-10' }]);
    expect(await db.selectFrom('credit').select(['done_on', 'counts_from']).execute()).toEqual([
      { done_on: '2026-01-10', counts_from: '2026-03-10' },
    ]);
  });

  test('what would be over on that day is refused', async () => {
    const { db, personId, on } = await onePerson();
    const period = { personId, from: day('2026-02-01'), to: day('2026-03-10') };
    const refused = { outcome: 'already-over' };
    const run = async () => [
      await exemptPerson(db, on('2026-03-10'), { ...period, programme, reason }),
      await recordAbsence(db, on('2026-03-10'), { ...period, category: 'leave' }),
    ];
    expect(await unchanged(db, run)).toEqual([refused, refused]);
  });
});

describe('an end is today at the earliest, and given once', () => {
  test('of a designation: past days keep it', async () => {
    const { db, personId, on } = await onePerson();
    await designatePerson(db, on('2026-01-05'), { programme, personId, from: day('2026-01-05') });
    const { id } = await db.selectFrom('designation').select('id').executeTakeFirstOrThrow();
    const end = () =>
      endDesignation(db, on('2026-05-01'), { personId, designationId: id, to: day('2026-02-01'), reason });
    expect(await end()).toEqual({ outcome: 'ended' });
    expect(await db.selectFrom('designation').select(['to_date', 'end_reason']).execute()).toEqual([
      { to_date: '2026-05-01', end_reason: reason },
    ]);
    expect(await unchanged(db, end)).toEqual({ outcome: 'already-over' });
  });

  test('of an exemption that begins today or later: nothing of it remains', async () => {
    const { db, personId, on } = await onePerson();
    await exemptPerson(db, on('2026-05-01'), { programme, personId, from: day('2026-06-01'), reason });
    const { id } = await db.selectFrom('exemption').select('id').executeTakeFirstOrThrow();
    const result = await endExemption(db, on('2026-05-02'), {
      personId,
      exemptionId: id,
      to: day('2026-05-02'),
      reason,
    });
    expect(result).toEqual({ outcome: 'ended' });
    expect(await db.selectFrom('exemption').select('id').execute()).toEqual([]);
  });

  test('of an absence: it may be prolonged while it lasts', async () => {
    const { db, personId, on } = await onePerson();
    await recordAbsence(db, on('2026-05-01'), {
      personId,
      from: day('2026-05-01'),
      to: day('2026-05-20'),
      category: 'sick',
    });
    const { id } = await db.selectFrom('absence').select('id').executeTakeFirstOrThrow();
    const end = (date: string, to: string) =>
      changeAbsenceEnd(db, on(date), { personId, absenceId: id, to: day(to), reason }, { waits: false });
    expect(await end('2026-05-10', '2026-06-15')).toEqual({ outcome: 'ended' });
    expect(await unchanged(db, () => end('2026-05-10', '2026-06-15'))).toEqual({ outcome: 'unchanged' });
    expect(await end('2026-06-01', '2026-05-02')).toEqual({ outcome: 'ended' });
    expect(await db.selectFrom('absence').select('to_date').execute()).toEqual([{ to_date: '2026-06-01' }]);
    expect(await unchanged(db, () => end('2026-06-02', '2026-07-01'))).toEqual({ outcome: 'already-over' });
  });

  test('of a credit: from that day it counts no more, and it may be recorded anew', async () => {
    const { db, personId, on } = await onePerson();
    const credit = { programme, personId, doneOn: day('2026-01-20'), proof: 'Attestation 12' };
    await recordCredit(db, on('2026-02-01'), credit);
    const { id } = await db.selectFrom('credit').select('id').executeTakeFirstOrThrow();
    expect(await endCredit(db, on('2026-03-01'), { personId, creditId: id, reason })).toEqual({ outcome: 'ended' });
    expect(await recordCredit(db, on('2026-04-01'), credit)).toEqual({ outcome: 'recorded' });
    expect(await db.selectFrom('credit').select(['counts_from', 'to_date']).orderBy('counts_from').execute()).toEqual([
      { counts_from: '2026-02-01', to_date: '2026-03-01' },
      { counts_from: '2026-04-01', to_date: null },
    ]);
  });

  test('a fact of somebody else is not there', async () => {
    const { db, personId, on } = await onePerson();
    const nobody = '00000000-0000-4000-8000-000000000099';
    await recordAbsence(db, on('2026-05-01'), { personId, from: day('2026-05-01'), to: null, category: 'sick' });
    const { id } = await db.selectFrom('absence').select('id').executeTakeFirstOrThrow();
    const ends = { personId: nobody, to: day('2026-06-01'), reason };
    const act = on('2026-05-02');
    const run = async () => [
      await changeAbsenceEnd(db, act, { ...ends, absenceId: id }, { waits: false }),
      await endDesignation(db, act, { ...ends, designationId: id }),
      await endExemption(db, act, { ...ends, exemptionId: id }),
      await endCredit(db, act, { ...ends, creditId: id }),
    ];
    expect((await unchanged(db, run)).map(({ outcome }) => outcome)).toEqual([
      'no-such-absence',
      'no-such-designation',
      'no-such-exemption',
      'no-such-credit',
    ]);
  });
});

test('a new designation takes over from the one that is to end', async () => {
  const { db, personId, on } = await onePerson();
  const designate = () => designatePerson(db, on('2026-05-01'), { programme, personId, from: day('2026-05-01') });
  await designate();
  const { id } = await db.selectFrom('designation').select('id').executeTakeFirstOrThrow();
  await endDesignation(db, on('2026-05-01'), { personId, designationId: id, to: day('2026-06-01'), reason });
  expect(await designate()).toEqual({ outcome: 'designated' });
  expect(await unchanged(db, designate)).toEqual({ outcome: 'already-designated' });
  expect(await db.selectFrom('designation').select(['from_date', 'to_date']).orderBy('from_date').execute()).toEqual([
    { from_date: '2026-05-01', to_date: '2026-06-01' },
    { from_date: '2026-06-01', to_date: null },
  ]);
});
