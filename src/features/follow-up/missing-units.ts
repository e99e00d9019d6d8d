import { remainingIn } from '#domain/obligation/obligation-counts.ts';
import { missingAtDeadline } from '#domain/obligation/projection.ts';
import type { UnitRow } from './arrange-tree.ts';

/** A unit that will not be there in time, if each week goes as the last four. */
export interface MissingUnit {
  row: UnitRow;
  remaining: number;
  missing: number;
}

const MOST_SHOWN = 8;

/** The units just below the first one that will miss the deadline, the most missing first; the first one alone when nothing is below it. */
export function missingUnits(rows: readonly UnitRow[], daysLeft: number): MissingUnit[] {
  const below = rows.filter(({ depth }) => depth === 1);
  return (below.length > 0 ? below : rows.slice(0, 1))
    .map((row): MissingUnit => {
      const remaining = remainingIn(row.counts);
      return { row, remaining, missing: missingAtDeadline(remaining, row.doneInWindow, daysLeft) };
    })
    .filter(({ missing }) => missing > 0)
    .sort((one, other) => other.missing - one.missing)
    .slice(0, MOST_SHOWN);
}
