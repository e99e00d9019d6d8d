import { completionRate, remainingIn } from '#domain/obligation/obligation-counts.ts';
import { naturalOrder } from '#domain/organisation/natural-order.ts';
import type { UnitSort } from './forms.ts';
import type { Unit, UnitFigures } from './situation.ts';

/** A unit with its figures, where it stands in a table. */
export interface UnitRow extends UnitFigures {
  unit: Unit;
  /** 0 for the top of the table. */
  depth: number;
  childCount: number;
}

/** The units below `rootId` (itself first), each followed by its own sub-units, siblings sorted; `levels` of them at most. */
export function arrangeTree(
  units: readonly Unit[],
  figuresOf: (unitId: string) => UnitFigures,
  rootId: string,
  { sort, levels }: { sort: UnitSort; levels: number },
): UnitRow[] {
  const children = childrenOf(units);
  const rowOf = (unit: Unit, depth: number): UnitRow => ({
    unit,
    depth,
    childCount: children.get(unit.unitId)?.length ?? 0,
    ...figuresOf(unit.unitId),
  });
  const below = (row: UnitRow): UnitRow[] => {
    if (row.depth + 1 >= levels) return [row];
    const rows = (children.get(row.unit.unitId) ?? []).map((unit) => rowOf(unit, row.depth + 1));
    return [row, ...rows.sort(comparison(sort)).flatMap(below)];
  };
  return units.filter(({ unitId }) => unitId === rootId).flatMap((root) => below(rowOf(root, 0)));
}

/** How many levels a tree has from `rootId` down. */
export function countLevels(units: readonly Unit[], rootId: string): number {
  const children = childrenOf(units);
  const levelsFrom = (unitId: string): number =>
    1 + Math.max(0, ...(children.get(unitId) ?? []).map((child) => levelsFrom(child.unitId)));
  return levelsFrom(rootId);
}

function comparison(sort: UnitSort): (one: UnitRow, other: UnitRow) => number {
  const direction = sort.startsWith('-') ? -1 : 1;
  const named = (one: UnitRow, other: UnitRow) => naturalOrder(one.unit.name, other.unit.name);
  const measure = MEASURES[sort.replace('-', '')];
  if (!measure) return (one, other) => direction * named(one, other);
  // A unit without anybody to count has no rate: it stands last, whichever way one sorts.
  return (one, other) => {
    const [a, b] = [measure(one), measure(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null) || named(one, other);
    return direction * (a - b) || named(one, other);
  };
}

const MEASURES: Record<string, ((row: UnitRow) => number | null) | undefined> = {
  taux: ({ counts }) => completionRate(counts),
  restants: ({ counts }) => remainingIn(counts),
};

function childrenOf(units: readonly Unit[]): Map<string | null, Unit[]> {
  const children = new Map<string | null, Unit[]>();
  for (const unit of units) {
    const siblings = children.get(unit.parentId);
    if (siblings) siblings.push(unit);
    else children.set(unit.parentId, [unit]);
  }
  return children;
}
