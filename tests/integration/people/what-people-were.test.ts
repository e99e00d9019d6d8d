import fc from 'fast-check';
import { sql, type Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '#db/schema.ts';
import { PERSON_STATUSES } from '#domain/identity/person-status.ts';
import { addDays, dayNumberOf, type CivilDate } from '#domain/time/civil-date.ts';
import { loadOrganisation } from '#features/follow-up/columns/organisation-columns.ts';
import { listNamed } from '#features/follow-up/person-facts-queries.ts';
import { changePeople } from '#features/people/change-people.ts';
import { correctPerson } from '#features/people/correct-person.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { actOf, day, smallOrganisation } from '../obligations/scene.ts';

const DAYS = 8;
const dayOf = (index: number) => addDays(day('2026-03-01'), index);
const traits = fc.record({
  status: fc.constantFrom(...PERSON_STATUSES),
  rankGroup: fc.constantFrom(null, 'officier', 'catégorie B'),
  job: fc.constantFrom(null, 'juriste'),
});
/** Changes in the order of their days, several on the same one too, of one person or of both, by the form or by an import. */
const changes = fc
  .array(
    fc.record({
      on: fc.integer({ min: 1, max: DAYS - 1 }),
      traits,
      whom: fc.constantFrom<string[][]>(['one'], ['other'], ['one', 'other']),
      by: fc.constantFrom('form', 'import'),
    }),
    { maxLength: 8 },
  )
  .map((some) => some.sort((one, other) => one.on - other.on));

const names = { hrNumber: null, familyName: 'Petit', givenName: 'Camille', email: null };

test('what somebody was on a day is the last that had been recorded by then, however and whenever it changes', async () => {
  const db = await testDatabase();
  await fc.assert(
    fc.asyncProperty(traits, changes, async (first, all) => {
      await sql`delete from person_before`.execute(db);
      await sql`delete from person`.execute(db);
      for (const id of ['one', 'other'])
        await db
          .insertInto('person')
          .values({
            id,
            given_name: names.givenName,
            family_name: names.familyName,
            status: first.status,
            rank_group: first.rankGroup,
            job: first.job,
            created_at: '2026-01-01T08:00:00.000Z',
          })
          .execute();
      for (const change of all) await make(db, change);
      for (let index = 0; index < DAYS; index += 1)
        for (const id of ['one', 'other']) {
          const expected = all.findLast(({ on, whom }) => on <= index && whom.includes(id))?.traits ?? first;
          expect(await readBothWays(db, id, dayOf(index))).toEqual([expected, expected]);
        }
      // Only what was different is kept, and once a day.
      const { rows } = await sql<{ count: number }>`select count(*) as count from person_before`.execute(db);
      expect(rows[0]!.count).toBe(['one', 'other'].reduce((sum, id) => sum + countDays(id, first, all), 0));
    }),
    { numRuns: 150 },
  );
}, 60_000);

type Change = typeof changes extends fc.Arbitrary<(infer One)[]> ? One : never;

async function make(db: Kysely<Database>, { on, whom, by, traits: to }: Change): Promise<void> {
  const act = { ...actOf('one', dayOf(on)), by: null };
  if (by === 'form') for (const id of whom) await correctPerson(db, act, id, { ...names, ...to });
  else
    await db.transaction().execute((trx) =>
      changePeople(
        trx,
        whom.map((personId) => ({ personId, ...names, ...to })),
        dayOf(on),
      ),
    );
}

async function readBothWays(db: Kysely<Database>, id: string, on: CivilDate) {
  const { people } = await loadOrganisation(db);
  const listed = people.at(people.placeOf(id), people.changedSince(dayNumberOf(on)));
  const named = (await listNamed(db, [id], on)).get(id)!;
  return [listed, named].map(({ status, rankGroup, job }) => ({ status, rankGroup, job }));
}

/** The days on whose evening somebody was something else than in the morning. */
function countDays(id: string, first: Change['traits'], all: readonly Change[]): number {
  const at = (index: number) =>
    JSON.stringify(all.findLast(({ on, whom }) => on <= index && whom.includes(id))?.traits ?? first);
  return Array.from({ length: DAYS - 1 }, (_, index) => at(index) !== at(index + 1)).filter(Boolean).length;
}

test('a correction of the name alone keeps nothing', async () => {
  const { db, people } = await smallOrganisation();
  const before = await db
    .selectFrom('person')
    .where('id', '=', people.N1!)
    .select(['status', 'rank_group as rankGroup', 'job', 'email', 'hr_number as hrNumber'])
    .executeTakeFirstOrThrow();
  const identity = { ...before, givenName: 'Camille', familyName: 'Île-Dupré' };
  await correctPerson(db, actOf(people.N2!, '2026-03-01'), people.N1!, identity);
  expect(await db.selectFrom('person_before').selectAll().execute()).toEqual([]);
});
