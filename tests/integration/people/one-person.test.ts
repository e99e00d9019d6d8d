import { describe, expect, test } from 'vitest';
import { correctPerson } from '#features/people/correct-person.ts';
import { movePerson } from '#features/people/move-person.ts';
import { listMemberships } from '#features/people/person-queries.ts';
import { recordDeparture } from '#features/people/record-departure.ts';
import { actOf, day, smallOrganisation, unchanged } from '../obligations/scene.ts';

async function onePerson() {
  const { db, people } = await smallOrganisation();
  const memberships = async () =>
    (await listMemberships(db, people.N1!)).map(({ unitCode, from, to }) => [unitCode, from, to]);
  return { db, personId: people.N1!, on: (text: string) => actOf(people.N2!, text), memberships };
}

const identity = {
  hrNumber: 'N1',
  givenName: 'Camille',
  familyName: 'Île-Dupré',
  status: 'civilian',
  email: 'camille@exemple.fr',
  rankGroup: 'catégorie A',
  job: 'juriste',
} as const;

describe('correcting a person', () => {
  test('changes who they are, once, and the journal names the fields without what stood in them', async () => {
    const { db, personId, on } = await onePerson();
    const correct = () => correctPerson(db, on('2026-03-01'), personId, identity);
    expect(await correct()).toEqual({ outcome: 'corrected' });
    expect(await unchanged(db, correct)).toEqual({ outcome: 'unchanged' });
    const [deed] = await db.selectFrom('journal').where('verb', '=', 'person:correct').select('detail').execute();
    expect(JSON.parse(deed!.detail)).toEqual({ fields: 'familyName, status, email, rankGroup, job' });
    expect(deed!.detail).not.toMatch(/exemple|Dupré/);
  });

  test('never takes the HR number of somebody else, and needs somebody to correct', async () => {
    const { db, personId, on } = await onePerson();
    const run = async () => [
      await correctPerson(db, on('2026-03-01'), personId, { ...identity, hrNumber: 'N2' }),
      await correctPerson(db, on('2026-03-01'), '00000000-0000-4000-8000-000000000099', identity),
    ];
    expect(await unchanged(db, run)).toEqual([{ outcome: 'hr-number-taken' }, { outcome: 'no-such-person' }]);
  });
});

describe('where a person is', () => {
  test('a move dated in the past counts from today: past days keep their unit', async () => {
    const { db, personId, on, memberships } = await onePerson();
    await movePerson(db, on('2026-05-01'), { personId, unitCode: 'B', on: day('2026-02-01') });
    expect(await memberships()).toEqual([
      ['B', '2026-05-01', null],
      ['A1', '2026-01-05', '2026-05-01'],
    ]);
  });

  test('a move corrected on its own day leaves one line', async () => {
    const { db, personId, on, memberships } = await onePerson();
    await movePerson(db, on('2026-05-01'), { personId, unitCode: 'B', on: day('2026-05-01') });
    await movePerson(db, on('2026-05-01'), { personId, unitCode: 'A', on: day('2026-05-01') });
    expect(await memberships()).toEqual([
      ['A', '2026-05-01', null],
      ['A1', '2026-01-05', '2026-05-01'],
    ]);
  });

  test('somebody who left is in no unit from that day, said once', async () => {
    const { db, personId, on, memberships } = await onePerson();
    const leave = () => recordDeparture(db, on('2026-05-01'), { personId, on: day('2026-05-10') });
    expect(await leave()).toEqual({ outcome: 'left' });
    expect(await memberships()).toEqual([['A1', '2026-01-05', '2026-05-10']]);
    expect((await recordDeparture(db, on('2026-05-11'), { personId, on: day('2026-05-11') })).outcome).toBe(
      'in-no-unit',
    );
  });

  test('somebody who leaves before a move that was planned never comes there', async () => {
    const { db, personId, on, memberships } = await onePerson();
    await movePerson(db, on('2026-05-01'), { personId, unitCode: 'B', on: day('2026-07-01') });
    await recordDeparture(db, on('2026-05-02'), { personId, on: day('2026-05-02') });
    expect(await memberships()).toEqual([['A1', '2026-01-05', '2026-05-02']]);
  });
});
