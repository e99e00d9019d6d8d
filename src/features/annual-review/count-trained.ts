import { setImmediate as otherWork } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { addDays, isWithin, type CivilDate } from '#domain/time/civil-date.ts';
import type { Army, ReviewPeriod, YearFigures } from './review-figures.ts';
import { listArmyLinks, listTrainedFacts } from './trained-queries.ts';

export type Trained = Pick<
  YearFigures,
  'people' | 'completions' | 'byArmy' | 'outsideArmies' | 'byStatus' | 'byTheme' | 'byModule'
>;

/** What is counted, and by what. */
export interface TrainedScope {
  moduleIds: readonly string[];
  armies: readonly Army[];
  /** The themes of each version, by its id. */
  themes: ReadonlyMap<string, readonly string[]>;
}

const DAYS_PER_STEP = 7;

/**
 * Who completed one of these modules in the period: distinct persons, all of them and by group. Read a week at a time: one
 * statement over the year of 300,000 persons would hold the pages of the follow-up up for seconds.
 */
export async function countTrained(
  db: Kysely<Database>,
  period: ReviewPeriod,
  { moduleIds, armies, themes }: TrainedScope,
): Promise<Trained> {
  const links = await listArmyLinks(db, armies);
  const groups = {
    all: new People(),
    army: new People(),
    status: new People(),
    theme: new People(),
    module: new People(),
  };
  let completions = 0;
  for (const moduleId of moduleIds)
    for (const [from, to] of stepsOf(period)) {
      for (const fact of await listTrainedFacts(db, { moduleId, from, to, asOf: period.to })) {
        completions += 1;
        const { personId, status, versionId, on, unitIds } = fact;
        groups.all.add(ALL, personId);
        groups.module.add(moduleId, personId);
        groups.status.add(status, personId);
        for (const theme of themes.get(versionId) ?? []) groups.theme.add(theme, personId);
        const found = unitIds
          .flatMap((unitId) => links.get(unitId) ?? [])
          .filter((link) => isWithin(on, link.from, link.to));
        for (const { armyId } of found) groups.army.add(armyId, personId);
        if (found.length === 0) groups.army.add(OUTSIDE, personId);
      }
      // Between two weeks, the pages that wait come first.
      await otherWork();
    }
  const { [OUTSIDE]: outsideArmies = 0, ...byArmy } = groups.army.counts();
  return {
    people: groups.all.counts()[ALL] ?? 0,
    completions,
    byArmy,
    outsideArmies,
    byStatus: groups.status.counts(),
    byTheme: groups.theme.counts(),
    byModule: groups.module.counts(),
  };
}

const ALL = 'all';
const OUTSIDE = 'outside';

function* stepsOf({ from, to }: ReviewPeriod): Generator<[CivilDate, CivilDate]> {
  for (let day = from; day <= to; day = addDays(day, DAYS_PER_STEP)) {
    const last = addDays(day, DAYS_PER_STEP - 1);
    yield [day, last < to ? last : to];
  }
}

/** Distinct persons by group. */
class People {
  readonly #groups = new Map<string, Set<string>>();

  add(group: string, personId: string): void {
    const known = this.#groups.get(group);
    if (known) known.add(personId);
    else this.#groups.set(group, new Set([personId]));
  }

  counts(): Record<string, number> {
    return Object.fromEntries([...this.#groups].map(([group, people]) => [group, people.size]));
  }
}
