import type { ItemState } from './commit.ts';
import type { Item, Organization, PackageManifest, Resource } from './manifest.ts';
import { numberAt, reportedOutcome } from './reported-outcome.ts';

/** Why an item is done, or is not yet. */
export type ItemReason =
  | 'opened'
  | 'reported-completed'
  | 'reported-passed'
  | 'score-reached'
  | 'progress-reached'
  | 'not-opened'
  | 'in-progress'
  | 'reported-failed'
  | 'score-below'
  | 'progress-below';

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

const DONE: ReadonlySet<ItemReason> = new Set([
  'opened',
  'reported-completed',
  'reported-passed',
  'score-reached',
  'progress-reached',
]);

/**
 * Whether a package is complete, from its manifest, the rule of its version and what was received: never from what a browser
 * concludes. An item counts when it launches something and is visible; where none is visible, all that launch count.
 * @param opened identifiers of the items that were opened, which is all an asset can tell
 */
export function packageCompletion(
  manifest: PackageManifest,
  rule: 'all' | 'any',
  states: ReadonlyMap<string, ItemState>,
  opened: ReadonlySet<string>,
): PackageVerdict {
  const organization = organizationOf(manifest);
  const resources = new Map(manifest.resources.map((resource) => [resource.identifier, resource]));
  const items = countedItems(organization, resources).map((item): ItemVerdict => {
    const resource = resources.get(item.resource!)!;
    const state = states.get(item.identifier) ?? null;
    const isOpened = state !== null || opened.has(item.identifier);
    const reason = reasonOf({ manifest, item, resource, state, isOpened });
    return { item: item.identifier, title: item.title, isDone: DONE.has(reason), reason };
  });
  const scores = items.flatMap(({ item }) => states.get(item)?.scaledScore ?? []);
  return {
    isComplete: items.length > 0 && (rule === 'all' ? items.every(isDone) : items.some(isDone)),
    scaledScore: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
    items,
  };
}

const isDone = ({ isDone: done }: ItemVerdict): boolean => done;

function organizationOf({ organizations, defaultOrganization }: PackageManifest): Organization {
  return organizations.find(({ identifier }) => identifier === defaultOrganization) ?? organizations[0]!;
}

function countedItems({ items }: Organization, resources: ReadonlyMap<string, Resource>): Item[] {
  const launching = launchingItems(items, resources, true);
  const visible = launching.filter(({ isShown }) => isShown);
  return (visible.length > 0 ? visible : launching).map(({ item }) => item);
}

function launchingItems(
  items: readonly Item[],
  resources: ReadonlyMap<string, Resource>,
  isShown: boolean,
): { item: Item; isShown: boolean }[] {
  return items.flatMap((item) => {
    const shown = isShown && item.isVisible;
    const resource = item.resource === null ? undefined : resources.get(item.resource);
    const own = resource?.path === null || resource === undefined ? [] : [{ item, isShown: shown }];
    return [...own, ...launchingItems(item.children, resources, shown)];
  });
}

interface Judged {
  manifest: PackageManifest;
  item: Item;
  resource: Resource;
  state: ItemState | null;
  isOpened: boolean;
}

function reasonOf(judged: Judged): ItemReason {
  const { resource, state, isOpened, manifest } = judged;
  if (!isOpened) return 'not-opened';
  if (resource.kind === 'asset') return 'opened';
  if (!state) return 'in-progress';
  return manifest.standard === 'scorm12' ? reason12(judged, state) : reason2004(judged, state);
}

/**
 * SCORM 1.2 RTE 3.4.4 (lesson_status): with a mastery score and a score, the score decides whether it is passed or failed;
 * otherwise the status does. An item that ended without ever setting a status is completed by the shell, as an LMS must.
 */
function reason12({ item }: Judged, state: ItemState): ItemReason {
  const raw = numberAt(state.data, 'core', 'score', 'raw');
  const mastery = item.masteryScore;
  if (mastery !== null && (raw !== null || state.scaledScore !== null)) {
    if (state.success === 'passed' && raw === null) return 'reported-passed';
    const best = Math.max(raw ?? -Infinity, (state.scaledScore ?? -1) * 100);
    // A score alone, in the middle of it, does not end an item.
    if (best >= mastery) return state.completion === 'completed' ? 'score-reached' : 'in-progress';
    return 'score-below';
  }
  if (state.success === 'passed') return 'reported-passed';
  if (mastery !== null && state.success === 'failed') return 'reported-failed';
  if (reportedOutcome('scorm12', state.data).success === 'failed') return 'reported-failed';
  return state.completion === 'completed' ? 'reported-completed' : 'in-progress';
}

/** SCORM 2004 RTE 4.2.4.1 and 4.2.22.1: thresholds of the manifest decide where the item gives what they measure. */
function reason2004({ item }: Judged, state: ItemState): ItemReason {
  const threshold = item.completionThreshold?.completedByMeasure ? item.completionThreshold : null;
  const progress = numberAt(state.data, 'progress_measure');
  const isCompleted = state.completion === 'completed';
  if (threshold && progress !== null && !isCompleted)
    if (progress < threshold.minimumProgressMeasure) return 'progress-below';
  const isThrough = isCompleted || (threshold !== null && progress !== null);
  const primary = item.sequencing?.objectives.find(({ isPrimary }) => isPrimary);
  if (primary?.satisfiedByMeasure && state.scaledScore !== null) {
    if (state.scaledScore < primary.minNormalizedMeasure) return 'score-below';
    return isThrough ? 'score-reached' : 'in-progress';
  }
  if (state.success === 'failed') return 'reported-failed';
  if (state.success === 'passed' && (isThrough || state.completion === 'unknown')) return 'reported-passed';
  if (isCompleted) return 'reported-completed';
  return isThrough ? 'progress-reached' : 'in-progress';
}
