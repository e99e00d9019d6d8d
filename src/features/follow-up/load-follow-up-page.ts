import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#domain/identity/roles.ts';
import { rollUpCounts } from '#domain/obligation/roll-up-counts.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { arrangeTree, countLevels, type UnitRow } from './arrange-tree.ts';
import type { FollowUpQueryValues, UnitSort } from './forms.ts';
import { loadSituation, type AskedSituation } from './load-situation.ts';
import { listProgrammes } from './programme-queries.ts';
import { listScopeRoots, listSubtrees } from './scope-queries.ts';
import type { Unit } from './situation.ts';
import { listStandingGroups } from './standing-queries.ts';

/** One of the units somebody follows, with what is below it. */
export interface FollowedTree {
  root: Unit;
  /** The root first. */
  rows: UnitRow[];
  levelCount: number;
  shownLevels: number;
}

export interface FollowUpPage extends AskedSituation {
  trees: FollowedTree[];
  sort: UnitSort;
}

/** As many units as are worth reading at once; a larger tree opens on fewer levels. */
const MAX_ROWS_AT_FIRST = 50;

/** Nothing to follow up before a first programme is opened. */
export interface NoProgrammePage {
  programmes: [];
}

/** The units that the actor follows, each with its figures; null when the programme asked for does not exist. */
export async function loadFollowUpPage(
  db: Kysely<Database>,
  actor: Actor,
  { query, today }: { query: FollowUpQueryValues; today: CivilDate },
): Promise<FollowUpPage | NoProgrammePage | null> {
  const asked = await loadSituation(db, query, today);
  if (!asked) return (await listProgrammes(db)).length === 0 && query.programme === '' ? { programmes: [] } : null;
  const roots = await listScopeRoots(db, actor);
  const rootIds = roots.map(({ unitId }) => unitId);
  const units = await listSubtrees(db, rootIds, asked.situation.day);
  const figures = rollUpCounts(units, await listStandingGroups(db, asked.situation, rootIds));
  const trees = roots.map((root): FollowedTree => {
    const levelCount = countLevels(units, root.unitId);
    const arrange = (levels: number) => arrangeTree(units, figures, root.unitId, { sort: query.tri, levels });
    const shownLevels = Math.min(levelCount, query.niveaux ?? levelsAtFirst(levelCount, arrange));
    return { root, rows: arrange(shownLevels), levelCount, shownLevels };
  });
  return { ...asked, trees, sort: query.tri };
}

function levelsAtFirst(levelCount: number, arrange: (levels: number) => UnitRow[]): number {
  for (let levels = levelCount; levels > 2; levels -= 1) if (arrange(levels).length <= MAX_ROWS_AT_FIRST) return levels;
  return 2;
}
