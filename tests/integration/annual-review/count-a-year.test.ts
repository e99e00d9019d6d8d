import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIRST_WINDOW } from '#domain/progress/module-window.ts';
import { isWithin, type CivilDate } from '#domain/time/civil-date.ts';
import type { YearFigures } from '#features/annual-review/review-figures.ts';
import { reviewTask } from '#features/annual-review/tasks/review-task.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { testTasks } from '#tests/support/test-tasks.ts';
import { anyYears, MODULES, storeYears, type SmallPerson, type SmallYears, type UnitCode } from './small-year.ts';

const TODAY = '2026-11-23' as CivilDate;

test('the counts of every year equal counting its facts one by one', async () => {
  await fc.assert(
    fc.asyncProperty(anyYears, async (years) => {
      const db = await testDatabase();
      await storeYears(db, years);
      for (const year of [2024, 2025, 2026]) {
        const review = await testTasks(db).run(reviewTask, { year, today: TODAY });
        expect(review.armies.map(({ name }) => name)).toEqual(['A', 'B']);
        expect(review.current).toEqual(countOneByOne(years, year));
        expect(review.previous).toEqual(year === 2024 ? null : countOneByOne(years, year - 1));
      }
    }),
    { numRuns: 150 },
  );
}, 120_000);

test('a review asked for again has what has changed since', async () => {
  const db = await testDatabase();
  const nobodyYet: SmallPerson = { status: 'civilian', memberships: [], completions: [] };
  await storeYears(db, { moveOn: null, people: [nobodyYet], sessions: [], meetings: [] });
  const tasks = testTasks(db);
  const read = async () => (await tasks.run(reviewTask, { year: 2026, today: TODAY })).current;
  expect((await read()).people).toBe(0);
  const version = await db.selectFrom('module_version').selectAll().limit(1).executeTakeFirstOrThrow();
  await db
    .insertInto('completion')
    .values({
      id: 'done',
      person_id: 'person-0',
      module_id: version.module_id,
      edition: version.edition,
      window_from: FIRST_WINDOW,
      version_id: version.id,
      rule: 'test',
      completed_at: `${TODAY}T08:00:00.000Z`,
      completed_on: TODAY,
      done_on: TODAY,
    })
    .execute();
  const after = await read();
  expect(after).toMatchObject({ people: 1, outsideArmies: 1, byStatus: { civilian: 1 } });
  expect(await read()).toEqual(after);
});

/** The reference: slow and obvious. */
function countOneByOne(years: SmallYears, year: number): YearFigures {
  const isInYear = (day: CivilDate) => day >= `${year}-07-18` && day < `${year + 1}-07-18` && day <= TODAY;
  const lastDay = [`${year + 1}-07-17` as CivilDate, TODAY].sort()[0]!;
  /** On or before the day of the year's figures. */
  const isClosedBefore = (day: CivilDate | null) => day !== null && day < `${year + 1}-07-18` && day <= TODAY;
  const isKnown = (day: CivilDate | null) => day !== null && day <= `${year + 1}-10-18` && day <= TODAY;
  const facts = years.people.flatMap((person, index) =>
    person.completions
      .filter(({ module, on, withdrawnOn }) => module < 2 && isInYear(on) && !isClosedBefore(withdrawnOn))
      .map((completion) => ({ ...completion, index, person, armies: armiesOn(years, person, completion.on) })),
  );
  const sessions = years.sessions.filter(
    ({ on, closedOn, cancelledOn }) => isInYear(on) && isKnown(closedOn) && !isKnown(cancelledOn),
  );
  const meetings = years.meetings.filter(
    ({ on, recordedOn, withdrawnOn }) => isInYear(on) && isKnown(recordedOn) && !isKnown(withdrawnOn),
  );
  const peopleOf = (some: typeof facts) => new Set(some.map(({ index }) => index)).size;
  const peopleBy = (namesOf: (fact: (typeof facts)[number]) => readonly string[]) =>
    group(facts.flatMap(namesOf), (name) => peopleOf(facts.filter((fact) => namesOf(fact).includes(name))));
  const moduleId = (module: number) => `module-${MODULES[module]!.code}`;
  const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);
  const ofHouse = (house: string) => meetings.filter((meeting) => meeting.house === house);
  return {
    people: peopleOf(facts),
    completions: facts.length,
    byArmy: peopleBy(({ armies }) => armies),
    outsideArmies: peopleOf(facts.filter(({ armies }) => armies.length === 0)),
    byStatus: peopleBy(({ person }) => [statusOn(person, lastDay)]),
    byTheme: peopleBy(({ module }) => MODULES[module]!.themes),
    byModule: peopleBy(({ module }) => [moduleId(module)]),
    sessions: sessions.length,
    sessionsByModule: group(
      sessions.map(({ module }) => moduleId(module)),
      (name) => sessions.filter(({ module }) => moduleId(module) === name).length,
    ),
    sessionsByHouse: group(
      sessions.flatMap(({ house }) => house ?? []),
      (name) => sessions.filter(({ house }) => house === name).length,
    ),
    meetings: meetings.length,
    audience: sum(meetings.map(({ size }) => size)),
    meetingsByHouse: group(
      meetings.map(({ house }) => house),
      (name) => ofHouse(name).length,
    ),
    audienceByHouse: group(
      meetings.map(({ house }) => house),
      (name) => sum(ofHouse(name).map(({ size }) => size)),
    ),
  };
}

function group(names: readonly string[], count: (name: string) => number): Record<string, number> {
  return Object.fromEntries([...new Set(names)].map((name) => [name, count(name)]));
}

/** The armies that somebody was in on a day, in the tree of that day. */
function armiesOn({ moveOn }: SmallYears, { memberships }: SmallPerson, day: CivilDate): string[] {
  const armyOf = (unit: UnitCode) => {
    if (unit === 'TOP') return [];
    if (unit !== 'A1') return [unit];
    return moveOn === null || day < moveOn ? ['A'] : ['B'];
  };
  const units = memberships.filter(({ from, to }) => isWithin(day, from, to)).map(({ unit }) => unit);
  return [...new Set(units.flatMap(armyOf))];
}

function statusOn({ status, statusChanges = [] }: SmallPerson, day: CivilDate): SmallPerson['status'] {
  return statusChanges.findLast(({ on }) => on <= day)?.status ?? status;
}
