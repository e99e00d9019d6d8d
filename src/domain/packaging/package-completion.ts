import type { ItemState } from './commit.ts';
import { countedItems } from './counted-items.ts';
import { isDoneBy, itemReason, type ItemReason } from './item-reason.ts';
import type { PackageManifest } from './manifest.ts';
import type { KnownObjectives } from './skipped-items.ts';

export type { ItemReason } from './item-reason.ts';

export interface ItemVerdict {
  item: string;
  title: string;
  isDone: boolean;
  reason: ItemReason;
}

export interface PackageVerdict {
  isComplete: boolean;
  /** Mean of the items that have a score, -1 to 1; null when none has. */
  scaledScore: number | null;
  items: ItemVerdict[];
}

/**
 * Whether a package is complete, from its manifest, the rule of its version and what was received: never from what a browser
 * concludes. The rule is taken over the items that count, whatever the roll-up rules of the package (see this folder's README).
 * @param opened identifiers of the items that were opened, which is all an asset can tell
 * @param objectives global objectives that the attempt reads, by which a package may skip items
 */
export function packageCompletion(
  manifest: PackageManifest,
  rule: 'all' | 'any',
  states: ReadonlyMap<string, ItemState>,
  opened: ReadonlySet<string>,
  objectives: KnownObjectives = new Map(),
): PackageVerdict {
  const items = countedItems(manifest).map((counted): ItemVerdict => {
    const { identifier, title } = counted.item;
    const state = states.get(identifier) ?? null;
    const isOpened = state !== null || opened.has(identifier);
    const reason = itemReason(manifest.standard, counted, { state, isOpened, objectives });
    return { item: identifier, title, isDone: isDoneBy(reason), reason };
  });
  const scores = items.flatMap(({ item }) => states.get(item)?.scaledScore ?? []);
  return {
    isComplete: items.some(isDoneInEarnest) && (rule === 'any' || items.every(({ isDone }) => isDone)),
    scaledScore: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
    items,
  };
}

/** A package that nothing was done of is not complete, whatever it skips. */
const isDoneInEarnest = ({ isDone, reason }: ItemVerdict): boolean => isDone && reason !== 'skipped';
