import fc from 'fast-check';
import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '#db/schema.ts';
import { countStates } from '#domain/obligation/obligation-counts.ts';
import { OBLIGATION_STATES, obligationStandingOn } from '#domain/obligation/obligation-state.ts';
import { paceWindowStart } from '#domain/obligation/projection.ts';
import { addDays, isWithin, type CivilDate } from '#domain/time/civil-date.ts';
import { figuresOfUnit, readDay } from '#features/follow-up/columns/day-figures.ts';
import { FactStore } from '#features/follow-up/columns/fact-store.ts';
import { personStanding, selectPeople } from '#features/follow-up/columns/select-people.ts';
import { listAskedModules } from '#features/follow-up/programme-queries.ts';
import type { UnitFigures } from '#features/follow-up/situation.ts';
import { systemClock } from '#platform/clock.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { anyOrganisation, someDay } from './arbitrary-organisation.ts';
import {
  dayOf,
  storeCompletions,
  storeOrganisation,
  type SmallOrganisation,
  type StoredOrganisation,
} from './small-organisation.ts';

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

test('withdrawing completions, and giving others, changes no figure of a day before', async () => {
  const db = await testDatabase();
  await fc.assert(
    fc.asyncProperty(anyOrganisation, someDay, async (organisation, today) => {
      const standing = organisation.people.map((person) => ({
        ...person,
        completions: person.completions.filter(({ on, to }) => on <= today && (to === null || to <= today)),
      }));
      const stored = await storeOrganisation(db, { ...organisation, people: standing });
      const figuresBefore = async () => {
        const figures = [];
        for (let day = dayOf(-1); day < today; day = addDays(day, 7)) figures.push(await countTree(db, stored, day));
        return figures;
      };
      const before = await figuresBefore();
      const corrected = await withdrawAndGiveAgain(db, stored, today);
      expect(await figuresBefore()).toEqual(before);
      expect(await countTree(db, corrected, today)).toEqual(countOneByOne(organisation, corrected, today));
    }),
    { numRuns: 100 },
  );
}, 120_000);

/** What stands is withdrawn that day, and of every other person given again. */
async function withdrawAndGiveAgain(
  db: Kysely<Database>,
  stored: StoredOrganisation,
  today: CivilDate,
): Promise<StoredOrganisation> {
  const people = [];
  for (const [index, { personId, facts, ...person }] of stored.people.entries()) {
    await db
      .updateTable('completion')
      .set({ withdrawn_at: `${today}T08:00:00.000Z`, withdrawn_on: today, withdrawn_reason: 'Erreur' })
      .where('person_id', '=', personId)
      .where('withdrawn_on', 'is', null)
      .execute();
    const withdrawn = facts.completions.map((fact) => ({ ...fact, to: fact.to ?? today }));
    const again = index % 2 === 0 ? facts.completions.filter(({ to }) => to === null) : [];
    const given = again.map((fact) => ({ ...fact, on: today }));
    await storeCompletions(db, personId, given);
    people.push({ ...person, personId, facts: { ...facts, completions: [...withdrawn, ...given] } });
  }
  return { ...stored, people };
}

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
