import { agreementYear, FIRST_AGREEMENT_YEAR } from '#domain/agreement/agreement-year.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { currentRevision } from '#features/follow-up/columns/fact-store.ts';
import { figuresOfUnit } from '#features/follow-up/columns/day-figures.ts';
import { listAskedModules, listProgrammes } from '#features/follow-up/programme-queries.ts';
import { readFigures } from '#features/follow-up/tasks/read-figures.ts';
import type { Task, TaskContext } from '#platform/tasks/task.ts';
import { countTrained, type Trained } from '../count-trained.ts';
import { countHeld, listHouseNames } from '../held-queries.ts';
import type { Army, ProgrammeFigures, ReviewedModule, ReviewFigures, ReviewPeriod } from '../review-figures.ts';
import { listArmies, listReviewedModules, listThemes } from '../trained-queries.ts';

export interface ReviewRequest {
  year: number;
  today: CivilDate;
}

/** The figures of a year of the agreement and of the year before, recomputed from the facts. */
export const reviewTask: Task<ReviewRequest, ReviewFigures> = {
  name: 'annual-review/review',
  lane: 'figures',
  async run({ year, today }, context) {
    const reader = context.keep('annual-review: reader', () => context.openReader());
    const period = reviewPeriod(year, today);
    const before = year > FIRST_AGREEMENT_YEAR ? reviewPeriod(year - 1, today) : null;
    const { top, armies } = await listArmies(reader, period.to);
    const known: ReviewedModule[] = [];
    const figuresOf = async (of: ReviewPeriod) => {
      const modules = await listReviewedModules(reader, of.to);
      known.push(...modules.filter(({ moduleId }) => !known.some((module) => module.moduleId === moduleId)));
      const ids = modules.map(({ moduleId }) => moduleId);
      return { ...(await readTrained(context, of, ids, armies)), ...(await countHeld(reader, of)) };
    };
    const units = top ? [top, ...armies] : armies;
    return {
      top,
      armies,
      current: await figuresOf(period),
      previous: before && (await figuresOf(before)),
      modules: known,
      houses: await listHouseNames(reader),
      programmes: await readProgrammes(context, period, units),
      previousProgrammes: before ? await readProgrammes(context, before, units) : [],
    };
  },
};

/** What a year counts, as known today. */
export function reviewPeriod(year: number, today: CivilDate): ReviewPeriod {
  const { from, closesOn, dueOn } = agreementYear(year);
  return { from, to: closesOn < today ? closesOn : today, knownOn: dueOn < today ? dueOn : today };
}

/** How many counts are kept: two years of a page, and those of the page before. */
const KEPT_COUNTS = 4;

/** Who was trained, counted again once a fact has changed. */
async function readTrained(
  context: TaskContext,
  period: ReviewPeriod,
  moduleIds: readonly string[],
  armies: readonly Army[],
): Promise<Trained> {
  const reader = context.keep('annual-review: reader', () => context.openReader());
  const kept = context.keep('annual-review: trained', () => new Map<string, Promise<Trained>>());
  const themes = await listThemes(reader, moduleIds);
  const key = JSON.stringify([await currentRevision(reader), period, moduleIds, armies, [...themes]]);
  const trained = kept.get(key) ?? countTrained(reader, period, { moduleIds, armies, themes });
  kept.delete(key);
  kept.set(key, trained);
  trained.catch(() => kept.delete(key));
  for (const oldest of [...kept.keys()].slice(0, -KEPT_COUNTS)) kept.delete(oldest);
  return trained;
}

/** The programmes that were open in the period, as they stood on its last day. */
async function readProgrammes(
  context: TaskContext,
  { from, to }: ReviewPeriod,
  units: readonly Army[],
): Promise<ProgrammeFigures[]> {
  const reader = context.keep('annual-review: reader', () => context.openReader());
  const open = (await listProgrammes(reader)).filter(
    ({ opensOn, closedOn }) => opensOn <= to && (closedOn === null || closedOn > from),
  );
  const figures: ProgrammeFigures[] = [];
  for (const programme of open) {
    const modules = await listAskedModules(reader, programme.programmeId, to);
    const { facts, day } = await readFigures(context, { programme, day: to, modules, onlyModule: null }, true);
    const counted = units.flatMap(({ unitId }) => {
      const place = facts.organisation.placeOfUnit.get(unitId);
      return place === undefined ? [] : [[unitId, figuresOfUnit(day, place).counts] as const];
    });
    const { programmeId, name, deadline } = programme;
    figures.push({ programmeId, name, deadline, byUnit: Object.fromEntries(counted) });
  }
  return figures;
}
