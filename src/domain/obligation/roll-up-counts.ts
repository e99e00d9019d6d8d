import { noCounts, type ObligationCounts } from './obligation-counts.ts';
import type { ObligationState } from './obligation-state.ts';

/** A unit and the one just above it. */
export interface UnitPlace {
  unitId: string;
  parentId: string | null;
}

/** Persons who stand alike; `personId` names one who is in several units, and null stands for people of this unit alone. */
export interface StandingGroup {
  unitId: string;
  personId: string | null;
  state: ObligationState;
  count: number;
  /** How many of them were done, here or elsewhere, in the days the pace is read over. */
  recentCount: number;
}

export interface UnitFigures {
  counts: ObligationCounts;
  /** Persons done, here or elsewhere, in the days the pace is read over. */
  doneInWindow: number;
}

/** Adds what stands in each unit to the unit and to all above it in the tree; whoever is in several units counts once in each subtree. */
export function rollUpCounts(tree: readonly UnitPlace[], groups: readonly StandingGroup[]): Map<string, UnitFigures> {
  const parents = new Map(tree.map(({ unitId, parentId }) => [unitId, parentId]));
  const figures = new Map(tree.map(({ unitId }) => [unitId, { counts: noCounts(), doneInWindow: 0 }]));
  const counted = new Map<string, Set<string>>();
  for (const group of groups) {
    const reached = group.personId === null ? null : setOf(counted, group.personId);
    for (const unitId of upwards(parents, group.unitId)) {
      if (reached?.has(unitId)) break;
      reached?.add(unitId);
      const unit = figures.get(unitId)!;
      unit.counts[group.state] += group.count;
      unit.doneInWindow += group.recentCount;
    }
  }
  return figures;
}

function* upwards(parents: ReadonlyMap<string, string | null>, unitId: string): Generator<string> {
  for (let at: string | null | undefined = unitId; at && parents.has(at); at = parents.get(at)) yield at;
}

function setOf(sets: Map<string, Set<string>>, key: string): Set<string> {
  let set = sets.get(key);
  if (!set) sets.set(key, (set = new Set()));
  return set;
}
