import { setImmediate as otherWork } from 'node:timers/promises';
import { FIGURES_PER_UNIT } from '#domain/obligation/fact-columns.ts';
import { addDays, daysBetween, type CivilDate } from '#domain/time/civil-date.ts';
import type { Task, TaskContext } from '#platform/tasks/task.ts';
import { readDay } from '../columns/day-figures.ts';
import type { FactsRead } from '../columns/fact-store.ts';
import { listAskedModules } from '../programme-queries.ts';
import type { Situation } from '../situation.ts';
import { readFigures } from './read-figures.ts';

/** How a unit stood on a day, as that day knew it. */
export interface HistoryPoint {
  day: CivilDate;
  /** Done, here or elsewhere. */
  done: number;
  /** Concerned, the exempt left out. */
  base: number;
}

export interface HistoryRequest {
  situation: Situation;
  unitIds: string[];
}

/** The weeks of each unit, the day itself last; null while a large organisation is still being counted. */
export type History = Record<string, HistoryPoint[]> | null;

const DAYS_BETWEEN_POINTS = 7;
/** Up to here a whole year is counted while the page waits: a few milliseconds for each week. */
const PEOPLE_COUNTED_AT_ONCE = 20_000;

/** Done and base of each unit on a past day, by unit; what is past does not change (src/domain/README.md). */
type Week = ReadonlyMap<string, readonly [done: number, base: number]>;

/** How units came to where they stand: one point a week since the programme opened. */
export const historyTask: Task<HistoryRequest, History> = {
  name: 'follow-up/history',
  lane: 'figures',
  async run({ situation, unitIds }, context) {
    const { facts } = await readFigures(context, situation);
    const days = pointDays(situation);
    const weeks = context.keep('follow-up: weeks', () => new Map<string, Week>());
    const missing = days.filter((day) => !weeks.has(keyOf(situation, day, facts)));
    if (missing.length > 0) {
      const counting = countWeeks(context, situation, facts, missing, weeks);
      if (facts.organisation.people.length > PEOPLE_COUNTED_AT_ONCE) {
        counting.catch(() => {});
        return null;
      }
      await counting;
    }
    const points = (unitId: string) =>
      days.map((day): HistoryPoint => {
        const [done, base] = weeks.get(keyOf(situation, day, facts))!.get(unitId) ?? [0, 0];
        return { day, done, base };
      });
    return Object.fromEntries(unitIds.map((unitId) => [unitId, points(unitId)]));
  },
};

/** One day a week back from the day itself to the opening of the programme, in order. */
function pointDays({ programme, day }: Situation): CivilDate[] {
  const count = Math.max(0, Math.floor(daysBetween(programme.opensOn, day) / DAYS_BETWEEN_POINTS));
  return Array.from({ length: count + 1 }, (_, index) => addDays(day, (index - count) * DAYS_BETWEEN_POINTS));
}

/** A small organisation is counted again with every change; of a large one, past days are kept. */
function keyOf(
  { programme, onlyModule, day: today }: Situation,
  day: CivilDate,
  { organisation, revision }: FactsRead,
): string {
  const isKept = day < today && organisation.people.length > PEOPLE_COUNTED_AT_ONCE;
  return [programme.programmeId, onlyModule, programme.countsFrom, day, isKept ? '' : revision].join(' ');
}

async function countWeeks(
  context: TaskContext,
  situation: Situation,
  facts: FactsRead,
  days: readonly CivilDate[],
  weeks: Map<string, Week>,
): Promise<void> {
  const reader = context.keep('follow-up: reader', () => context.openReader());
  const isCounting = context.keep('follow-up: weeks being counted', () => new Set<string>());
  for (const day of days) {
    const key = keyOf(situation, day, facts);
    if (weeks.has(key) || isCounting.has(key)) continue;
    isCounting.add(key);
    try {
      const modules = await listAskedModules(reader, situation.programme.programmeId, day);
      const { figures } = readDay(facts, { ...situation, day, modules });
      weeks.set(key, new Map(facts.organisation.units.map(({ unitId }, place) => [unitId, pointOf(figures, place)])));
    } finally {
      isCounting.delete(key);
    }
    // Between two weeks, the pages that wait come first.
    await otherWork();
  }
  forgetOldest(weeks);
}

const KEPT_WEEKS = 400;

function forgetOldest(weeks: Map<string, Week>): void {
  for (const key of weeks.keys()) {
    if (weeks.size <= KEPT_WEEKS) return;
    weeks.delete(key);
  }
}

/** The states stand in their order: done, done elsewhere, exempt, then those who remain. */
function pointOf(figures: Int32Array, place: number): readonly [number, number] {
  const at = place * FIGURES_PER_UNIT;
  const done = figures[at]! + figures[at + 1]!;
  return [done, done + figures[at + 3]! + figures[at + 4]! + figures[at + 5]!];
}
