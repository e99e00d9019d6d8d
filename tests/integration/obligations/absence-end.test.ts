import { describe, expect, test } from 'vitest';
import { changeAbsenceEnd } from '#features/obligations/change-absence-end.ts';
import { confirmDecision } from '#features/obligations/confirm-decision.ts';
import { loadPersonDecisions } from '#features/obligations/load-person-decisions.ts';
import { longerAbsence } from '#features/obligations/longer-absence.ts';
import { listWaitingDecisions } from '#features/obligations/pending-queries.ts';
import { recordAbsence } from '#features/obligations/record-absence.ts';
import { actOf, day, smallOrganisation, unchanged } from './scene.ts';

const reason = 'Mission prolongée';

/** N1 is on a mission from 1 to 31 March; N2 changes its end on the 10th, N3 is a second person. */
async function onMission(to: string | null = '2026-04-01') {
  const { db, people } = await smallOrganisation();
  const personId = people.N1!;
  await recordAbsence(db, actOf(people.N2!, '2026-03-01'), {
    personId,
    from: day('2026-03-01'),
    to: to === null ? null : day(to),
    category: 'mission',
  });
  const { id: absenceId } = await db.selectFrom('absence').select('id').executeTakeFirstOrThrow();
  const change = (end: string | null, waits = false) =>
    changeAbsenceEnd(
      db,
      actOf(people.N2!, '2026-03-10'),
      { personId, absenceId, to: end === null ? null : day(end), reason },
      { waits },
    );
  const absences = () =>
    db.selectFrom('absence').select(['from_date', 'to_date', 'category', 'end_reason']).orderBy('from_date').execute();
  const deed = async () => {
    const row = await db
      .selectFrom('journal')
      .where('verb', '=', 'absence:end')
      .select(['actor_id', 'detail'])
      .executeTakeFirstOrThrow();
    return { by: row.actor_id, detail: JSON.parse(row.detail) as unknown };
  };
  return { db, people, personId, absenceId, change, absences, deed };
}

const MISSION = { from_date: '2026-03-01', category: 'mission' };

describe('the end of an absence', () => {
  test('may be later: why and who are kept, and the journal says neither the reason nor the category', async () => {
    const { db, people, change, absences, deed } = await onMission();
    expect(await change('2026-06-01')).toEqual({ outcome: 'ended' });
    expect(await absences()).toEqual([{ ...MISSION, to_date: '2026-06-01', end_reason: reason }]);
    expect(await deed()).toEqual({
      by: people.N2,
      detail: { from: '2026-03-01', to: '2026-06-01', was: '2026-04-01', end: 'end' },
    });
    expect(await unchanged(db, () => change('2026-06-01'))).toEqual({ outcome: 'unchanged' });
  });

  test('may be earlier, or no more known', async () => {
    const { change, absences } = await onMission();
    expect(await change('2026-03-20')).toEqual({ outcome: 'ended' });
    expect(await change(null)).toEqual({ outcome: 'ended' });
    expect(await absences()).toEqual([{ ...MISSION, to_date: null, end_reason: reason }]);
    expect(await change('2026-05-01')).toEqual({ outcome: 'ended' });
    expect((await absences())[0]).toMatchObject({ to_date: '2026-05-01' });
  });

  test('is not changed once it has passed', async () => {
    const { db, change } = await onMission('2026-03-05');
    for (const end of ['2026-06-01', null])
      for (const waits of [true, false])
        expect(await unchanged(db, () => change(end, waits))).toEqual({ outcome: 'already-over' });
  });
});

describe('where a second person is asked for', () => {
  test('an earlier end counts at once', async () => {
    const { change, absences } = await onMission();
    expect(await change('2026-03-20', true)).toEqual({ outcome: 'ended' });
    expect((await absences())[0]).toMatchObject({ to_date: '2026-03-20' });
  });

  test('a later end waits, once; confirmed, the days in addition follow without a gap', async () => {
    const { db, people, personId, change, absences } = await onMission();
    expect(await change('2026-06-01', true)).toEqual({ outcome: 'waiting' });
    expect(await unchanged(db, () => change('2026-06-01', true))).toEqual({ outcome: 'already-waiting' });
    expect(await absences()).toEqual([{ ...MISSION, to_date: '2026-04-01', end_reason: null }]);

    const [pending] = await listWaitingDecisions(db, { personId, limit: 5 });
    const decisionId = pending!.decisionId;
    expect(pending!.decision).toMatchObject({ kind: 'absence', from: '2026-04-01', to: '2026-06-01', reason });
    for (const [who, outcome] of [
      ['N2', 'own-decision'],
      ['N1', 'own-person'],
      ['N3', 'confirmed'],
    ] as const)
      expect(await confirmDecision(db, actOf(people[who]!, '2026-03-12'), { decisionId })).toEqual({ outcome });
    expect(await absences()).toEqual([
      { ...MISSION, to_date: '2026-04-01', end_reason: null },
      { from_date: '2026-04-01', to_date: '2026-06-01', category: 'mission', end_reason: reason },
    ]);
  });
});

test('an absence noted over another one proposes to prolong that one, until the day that was asked for', async () => {
  const { db, people, personId, absenceId } = await onMission();
  const actor = {
    personId: people.N3!,
    givenName: 'N',
    familyName: '3',
    roles: [{ role: 'administrator' as const, unitId: null }],
  };
  const asked = { personId, today: day('2026-03-10'), needsSecondPerson: false };
  const { absences } = (await loadPersonDecisions(db, actor, asked))!;
  const proposed = (from: string, through: string) => {
    const longer = longerAbsence(absences, { from, through }, day('2026-03-10'));
    return longer && { factId: longer.line.factId, lastDay: longer.lastDay };
  };
  expect(proposed('2026-03-20', '2026-05-31')).toEqual({ factId: absenceId, lastDay: '2026-05-31' });
  expect(proposed('2026-03-31', '')).toEqual({ factId: absenceId, lastDay: '' });
  // A first day that has passed is today.
  expect(proposed('2026-02-01', '2026-05-31')).toEqual({ factId: absenceId, lastDay: '2026-05-31' });
  expect(proposed('2026-04-01', '2026-05-31')).toBeNull();
  expect(proposed('demain', '2026-05-31')).toBeNull();
});
