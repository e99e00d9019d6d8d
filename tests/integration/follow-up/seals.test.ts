import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { parseInstant } from '#domain/time/instant.ts';
import { FollowUpQuery } from '#features/follow-up/forms.ts';
import { loadSealsPage } from '#features/follow-up/load-seals-page.ts';
import { monthEnds, sealDueMonths } from '#features/follow-up/seal-due-months.ts';
import { movePerson } from '#features/people/move-person.ts';
import { testTasks } from '#tests/support/test-tasks.ts';
import { act, actorWith, admitTo, followedOrganisation, TODAY } from './followed-organisation.ts';

const sealing = { by: null, at: parseInstant('2026-04-02T03:00:00Z'), requestId: null };
const day = (text: string) => text as CivilDate;

async function sealedOrganisation() {
  const { db } = await followedOrganisation();
  const source = { db, tasks: testTasks(db) };
  const personId = await admitTo(db, 'A1');
  await admitTo(db, 'B');
  expect(await sealDueMonths(source, sealing)).toBe(3);
  const actor = await actorWith(db, 'administrator');
  const load = (isRecounted = false) =>
    loadSealsPage({ db, tasks: testTasks(db) }, actor, { query: FollowUpQuery.parse({}), today: TODAY, isRecounted });
  return { db, source, personId, load };
}

test('each month that has ended is sealed once, each chained to the one before', async () => {
  const { source, load } = await sealedOrganisation();
  expect(await sealDueMonths(source, sealing)).toBe(0);
  const { seals } = (await load())!;
  expect(seals.map((seal) => [seal.day, seal.isIntact])).toEqual([
    ['2026-01-31', true],
    ['2026-02-28', true],
    ['2026-03-31', true],
  ]);
  expect(seals.map(({ previous }) => previous)).toEqual([null, seals[0]!.fingerprint, seals[1]!.fingerprint]);
  expect(seals[2]!.units).toMatchObject([{ code: 'TOP', counts: { 'not-started': 2 } }]);
});

test('a sealed month stands when people move, and recomputes to the same', async () => {
  const { db, personId, load } = await sealedOrganisation();
  await movePerson(db, act, { personId, unitCode: 'B', on: day('2026-04-10') });
  const { seals } = (await load(true))!;
  expect(seals.map(({ isIntact, differing }) => [isIntact, differing])).toEqual([
    [true, []],
    [true, []],
    [true, []],
  ]);
});

test('a past that was changed behind the program is seen, and so is a changed seal', async () => {
  const { db, load } = await sealedOrganisation();
  await sql`update membership set from_date = '2026-03-01' where true`.execute(db);
  expect((await load(true))!.seals.map(({ differing }) => differing?.length)).toEqual([4, 4, 0]);
  await sql`drop trigger sealed_figure_no_update`.execute(db);
  await sql`update sealed_figure set done = done + 1 where unit_code = 'B'`.execute(db);
  expect((await load())!.seals.map(({ isIntact }) => isIntact)).toEqual([false, false, false]);
});

test('a month is sealed once it has ended, from the opening of the programme on', () => {
  expect(monthEnds(day('2026-01-05'), day('2027-01-01'), day('2026-03-31'))).toEqual(['2026-01-31', '2026-02-28']);
  expect(monthEnds(day('2026-11-30'), day('2027-01-01'), day('2027-01-01'))).toEqual(['2026-11-30', '2026-12-31']);
  expect(monthEnds(day('2026-01-05'), day('2026-02-10'), day('2026-06-01'))).toEqual(['2026-01-31']);
});
