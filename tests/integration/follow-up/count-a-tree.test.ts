import fc from 'fast-check';
import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '#db/schema.ts';
import { countStates } from '#domain/obligation/obligation-counts.ts';
import { OBLIGATION_STATES, obligationStandingOn } from '#domain/obligation/obligation-state.ts';
import { paceWindowStart } from '#domain/obligation/projection.ts';
import { isWithin, type CivilDate } from '#domain/time/civil-date.ts';
import { figuresOfUnit, readDay } from '#features/follow-up/columns/day-figures.ts';
import { FactStore } from '#features/follow-up/columns/fact-store.ts';
import { personStanding, selectPeople } from '#features/follow-up/columns/select-people.ts';
import { listAskedModules } from '#features/follow-up/programme-queries.ts';
import type { UnitFigures } from '#features/follow-up/situation.ts';
import { systemClock } from '#platform/clock.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { anyOrganisation, someDay } from './arbitrary-organisation.ts';
import { storeOrganisation, type SmallOrganisation, type StoredOrganisation } from './small-organisation.ts';

test('counting a tree equals counting its people one by one, as of any date', async () => {
  const db = await testDatabase();
  await fc.assert(
    fc.asyncProperty(anyOrganisation, fc.array(someDay, { minLength: 1, maxLength: 4 }), async (organisation, days) => {
      const stored = await storeOrganisation(db, organisation);
      for (const day of days)
        expect(await countTree(db, stored, day)).toEqual(countOneByOne(organisation, stored, day));
    }),
    { numRuns: 300 },
  );
}, 120_000);

test('the list of people says of each what the rule says, as of any date', async () => {
  const db = await testDatabase();
  await fc.assert(
    fc.asyncProperty(anyOrganisation, someDay, async (organisation, day) => {
      const stored = await storeOrganisation(db, organisation);
      const expected = presentBelow(organisation, stored, 0, day).map(({ personId, facts }) => [
        personId,
        obligationStandingOn(day, stored.rule, facts),
      ]);
      expect(new Map(await listEverybody(db, stored, day))).toEqual(new Map(expected as never));
    }),
    { numRuns: 150 },
  );
}, 120_000);

test('one module looked at alone is a programme of that module', async () => {
  const db = await testDatabase();
  await fc.assert(
    fc.asyncProperty(anyOrganisation, someDay, async (organisation, day) => {
      const stored = await storeOrganisation(db, organisation);
      for (const moduleId of stored.rule.moduleIds) {
        const expected = presentBelow(organisation, stored, 0, day).map(({ personId, facts }) => [
          personId,
          obligationStandingOn(day, { ...stored.rule, moduleIds: [moduleId] }, facts),
        ]);
        expect(new Map(await listEverybody(db, stored, day, moduleId))).toEqual(new Map(expected as never));
      }
    }),
    { numRuns: 100 },
  );
}, 120_000);

async function listEverybody(
  db: Kysely<Database>,
  stored: StoredOrganisation,
  day: CivilDate,
  onlyModule: string | null = null,
) {
  const { facts, figures } = await readStored(db, stored, day, onlyModule);
  const states = [...OBLIGATION_STATES, null];
  const filter = { states, status: null, rankGroup: null, job: null, arrivedSince: null, search: '' };
  const people = selectPeople(facts, figures, [stored.unitIds[0]!], filter, '-date');
  return Array.from(people, (place) => personStanding(facts, figures, place)).map(
    ({ personId, standing }) => [personId, standing] as const,
  );
}

/** Reads everything anew: what is kept from one reading to the next has its own test. */
async function readStored(
  db: Kysely<Database>,
  stored: StoredOrganisation,
  day: CivilDate,
  onlyModule: string | null = null,
) {
  const situation = { ...(await situationOf(db, stored, day)), onlyModule };
  const facts = await new FactStore(systemClock).read(db, stored.programme.programmeId);
  return { facts, figures: readDay(facts, situation) };
}

async function situationOf(db: Kysely<Database>, { programme }: StoredOrganisation, day: CivilDate) {
  return { programme, day, modules: await listAskedModules(db, programme.programmeId, day), onlyModule: null };
}

async function countTree(db: Kysely<Database>, stored: StoredOrganisation, day: CivilDate): Promise<UnitFigures[]> {
  const { facts, figures } = await readStored(db, stored, day);
  return stored.unitIds.map((unitId) => figuresOfUnit(figures, facts.organisation.placeOfUnit.get(unitId)!));
}

function countOneByOne(organisation: SmallOrganisation, stored: StoredOrganisation, day: CivilDate): UnitFigures[] {
  return organisation.parents.map((_, unit) => {
    const standings = presentBelow(organisation, stored, unit, day).map(({ facts }) =>
      obligationStandingOn(day, stored.rule, facts),
    );
    const recent = standings.filter(
      (standing) =>
        (standing?.state === 'done' || standing?.state === 'done-elsewhere') && standing.since! > paceWindowStart(day),
    );
    return { counts: countStates(standings.map((standing) => standing?.state ?? null)), doneInWindow: recent.length };
  });
}

function presentBelow({ parents }: SmallOrganisation, { people }: StoredOrganisation, unit: number, day: CivilDate) {
  return people.filter(({ memberships }) =>
    memberships.some(({ unit: place, from, to }) => isBelow(parents, place, unit) && isWithin(day, from, to)),
  );
}

function isBelow(parents: SmallOrganisation['parents'], unit: number, above: number): boolean {
  for (let at: number | null = unit; at !== null; at = parents[at]!) if (at === above) return true;
  return false;
}
