import { z } from 'zod';
import type { Actor } from '#domain/identity/roles.ts';
import { addDays, parseCivilDate, type CivilDate } from '#domain/time/civil-date.ts';
import type { FigureSource } from './load-follow-up-page.ts';
import { loadSituation } from './load-situation.ts';
import { findUnitInScope, listScopeRoots } from './scope-queries.ts';
import type { Programme, Situation, Unit, UnitFigures } from './situation.ts';
import { unitFiguresTask } from './tasks/unit-figures-task.ts';

const text = z.string().trim().catch('').default('');

/**
 * Two sides: a unit, a programme and a day each; what is not said of the second is as for the first. Where nothing says in what
 * they differ, the first is four weeks before the second.
 */
export const ComparisonQuery = z.object({
  unite: text,
  programme: text,
  au: text,
  'unite-2': text,
  'programme-2': text,
  'au-2': text,
});
export type ComparisonQueryValues = z.output<typeof ComparisonQuery>;

export interface ComparisonSide extends UnitFigures {
  situation: Situation;
  unit: Unit;
}

/** As a form or an address says it. */
interface AskedSide {
  unite: string;
  programme: string;
  au: string;
}

export interface ComparisonPage {
  programmes: Programme[];
  /** What stands in the form: as asked, what was left out filled in. */
  asked: [AskedSide, AskedSide];
  today: CivilDate;
  sides: ComparisonSide[] | null;
  /** What could not be found, in sentences. */
  problems: string[];
}

/** Two dates, two units or two programmes side by side; null before a first programme, or without a unit to follow. */
export async function loadComparisonPage(
  { db, tasks }: FigureSource,
  actor: Actor,
  { query, today }: { query: ComparisonQueryValues; today: CivilDate },
): Promise<ComparisonPage | null> {
  const [root] = await listScopeRoots(db, actor);
  const usual = await loadSituation(db, { programme: '', au: '', module: '' }, today);
  if (!root || !usual) return null;
  const problems: string[] = [];
  const usualSide = { unite: root.code, programme: usual.situation.programme.slug, au: today };
  const asked = askedSides(query, usualSide);
  const sides: ComparisonSide[] = [];
  for (const side of asked) {
    const unit = await findUnitInScope(db, actor, side.unite);
    const situation = await loadSituation(db, { programme: side.programme, au: side.au, module: '' }, today);
    if (!unit)
      problems.push(
        `Aucune unité que vous suivez n’a le code ou le nom « ${side.unite} », ou plusieurs ont ce nom : écrivez son code.`,
      );
    if (!situation) problems.push(`Il n’y a pas de parcours « ${side.programme} ».`);
    if (situation?.isDayRefused)
      problems.push('Une date demandée n’est pas une date passée : c’est aujourd’hui qui est compté.');
    if (unit && situation)
      sides.push({
        ...(await tasks.run(unitFiguresTask, { situation: situation.situation, unitId: unit.unitId })),
        situation: situation.situation,
        unit,
      });
  }
  return {
    programmes: usual.programmes,
    asked,
    today,
    sides: sides.length === 2 ? sides : null,
    problems: [...new Set(problems)],
  };
}

const WEEKS_BACK_IN_DAYS = 28;

function askedSides(query: ComparisonQueryValues, usual: AskedSide & { au: CivilDate }): [AskedSide, AskedSide] {
  const areDatesCompared = query.au === '' && query['unite-2'] === '' && query['programme-2'] === '';
  const unite = query.unite || usual.unite;
  const programme = query.programme || usual.programme;
  const to = query['au-2'] || (areDatesCompared ? usual.au : query.au || usual.au);
  const before = addDays(parseCivilDate(to) ?? usual.au, -WEEKS_BACK_IN_DAYS);
  return [
    { unite, programme, au: areDatesCompared ? before : query.au || usual.au },
    { unite: query['unite-2'] || unite, programme: query['programme-2'] || programme, au: to },
  ];
}
