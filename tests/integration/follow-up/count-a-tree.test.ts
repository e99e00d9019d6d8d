import fc from 'fast-check';
import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '#db/schema.ts';
import { countStates } from '#domain/obligation/obligation-counts.ts';
import { obligationStandingOn } from '#domain/obligation/obligation-state.ts';
import { paceWindowStart } from '#domain/obligation/projection.ts';
import { rollUpCounts, type UnitFigures } from '#domain/obligation/roll-up-counts.ts';
import { isWithin, type CivilDate } from '#domain/time/civil-date.ts';
import { listAskedModules } from '#features/follow-up/programme-queries.ts';
import { listSubtrees } from '#features/follow-up/scope-queries.ts';
import { listStandingGroups } from '#features/follow-up/standing-queries.ts';
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

async function countTree(db: Kysely<Database>, stored: StoredOrganisation, day: CivilDate): Promise<UnitFigures[]> {
  const { programme, unitIds } = stored;
  const modules = await listAskedModules(db, programme.programmeId, day);
  const rootIds = [unitIds[0]!];
  const groups = await listStandingGroups(db, { programme, day, modules }, rootIds);
  const figures = rollUpCounts(await listSubtrees(db, rootIds), groups);
  return unitIds.map((unitId) => figures.get(unitId)!);
}

function countOneByOne({ parents }: SmallOrganisation, stored: StoredOrganisation, day: CivilDate): UnitFigures[] {
  return parents.map((_, unit) => {
    const present = stored.people.filter(({ memberships }) =>
      memberships.some(({ unit: place, from, to }) => isBelow(parents, place, unit) && isWithin(day, from, to)),
    );
    const standings = present.map(({ facts }) => obligationStandingOn(day, stored.rule, facts));
    const recent = standings.filter(
      (standing) =>
        (standing?.state === 'done' || standing?.state === 'done-elsewhere') && standing.since! > paceWindowStart(day),
    );
    return { counts: countStates(standings.map((standing) => standing?.state ?? null)), doneInWindow: recent.length };
  });
}

function isBelow(parents: SmallOrganisation['parents'], unit: number, above: number): boolean {
  for (let at: number | null = unit; at !== null; at = parents[at]!) if (at === above) return true;
  return false;
}
