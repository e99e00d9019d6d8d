import type { Task } from '#platform/tasks/task.ts';
import { arrangeTree, countLevels, type UnitRow } from '../arrange-tree.ts';
import { figuresOfUnit, unitsOn } from '../columns/day-figures.ts';
import type { UnitSort } from '../forms.ts';
import type { Situation, Unit } from '../situation.ts';
import { readFigures, type ReadingTime } from './read-figures.ts';

/** One of the units somebody follows, with what is below it. */
export interface FollowedTree {
  root: Unit;
  /** The root first. */
  rows: UnitRow[];
  levelCount: number;
  shownLevels: number;
}

export interface TreeRequest {
  situation: Situation;
  roots: Unit[];
  sort: UnitSort;
  /** How many levels to show; null for as many as are worth reading at once. */
  levels: number | null;
}

/** As many units as are worth reading at once; a larger tree opens on fewer levels. */
const MAX_ROWS_AT_FIRST = 50;
/** Beyond, a browser is slow and nobody reads: one goes down into a unit, or exports. */
const MAX_ROWS = 800;

/** The units asked for with all that is below them, each with its figures. */
export const treeTask: Task<TreeRequest, ReadingTime & { trees: FollowedTree[] }> = {
  name: 'follow-up/tree',
  lane: 'figures',
  async run({ situation, roots, sort, levels }, context) {
    const { facts, day, readAt, isStale } = await readFigures(context, situation);
    const units = unitsOn(facts, day);
    const figuresOf = (unitId: string) => figuresOfUnit(day, facts.organisation.placeOfUnit.get(unitId)!);
    const trees = roots.map((root): FollowedTree => {
      const levelCount = countLevels(units, root.unitId);
      const arrange = (count: number) => arrangeTree(units, figuresOf, root.unitId, { sort, levels: count });
      const asked = Math.min(levelCount, levels ?? levelsAtFirst(levelCount, arrange));
      const shownLevels = levelsWithin(asked, arrange);
      return { root, rows: arrange(shownLevels), levelCount, shownLevels };
    });
    return { trees, readAt, isStale };
  },
};

/** As many of the levels asked for as a page can hold. */
function levelsWithin(asked: number, arrange: (levels: number) => UnitRow[]): number {
  let levels = 1;
  while (levels < asked && arrange(levels + 1).length <= MAX_ROWS) levels += 1;
  return levels;
}

function levelsAtFirst(levelCount: number, arrange: (levels: number) => UnitRow[]): number {
  let shown = Math.min(2, levelCount);
  while (shown < levelCount && arrange(shown + 1).length <= MAX_ROWS_AT_FIRST) shown += 1;
  return shown;
}
