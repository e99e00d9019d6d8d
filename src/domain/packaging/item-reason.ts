import type { ItemState } from './commit.ts';
import type { CountedItem } from './counted-items.ts';
import type { PackageStandard } from './manifest.ts';
import { isSkipped, type KnownObjectives } from './skipped-items.ts';

/** Why an item is done, or is not yet. */
export type ItemReason =
  | 'opened'
  | 'skipped'
  | 'reported-completed'
  | 'reported-passed'
  | 'ended-silently'
  | 'score-reached'
  | 'progress-reached'
  | 'not-opened'
  | 'in-progress'
  | 'reported-failed'
  | 'score-below'
  | 'progress-below';

const DONE: ReadonlySet<ItemReason> = new Set([
  'opened',
  'skipped',
  'reported-completed',
  'reported-passed',
  'ended-silently',
  'score-reached',
  'progress-reached',
]);

export function isDoneBy(reason: ItemReason): boolean {
  return DONE.has(reason);
}

/** Why an item is done or not, from what was received of it. */
export function itemReason(
  standard: PackageStandard,
  counted: CountedItem,
  { state, isOpened, objectives }: { state: ItemState | null; isOpened: boolean; objectives: KnownObjectives },
): ItemReason {
  if (!isOpened) return isSkipped(counted.path, objectives) ? 'skipped' : 'not-opened';
  if (counted.resource.kind === 'asset') return 'opened';
  if (!state) return 'in-progress';
  return standard === 'scorm12' ? reason12(counted, state) : reason2004(counted, state);
}

/**
 * SCORM 1.2 RTE 3.4.4 (`lesson_status`): with a mastery score and a score, the score decides, once the item has come to its end;
 * otherwise the status does. An item that ended without ever setting a status is completed by the system.
 */
function reason12({ item }: CountedItem, state: ItemState): ItemReason {
  const isAtEnd = state.completion === 'completed' || state.success !== 'unknown' || state.hasEnded;
  if (item.masteryScore !== null && state.scaledScore !== null) {
    if (!isAtEnd) return 'in-progress';
    return isAtLeast(state.scaledScore * 100, item.masteryScore) ? 'score-reached' : 'score-below';
  }
  if (state.success === 'passed') return 'reported-passed';
  if (state.completion === 'completed') return 'reported-completed';
  return state.success === 'failed' ? 'reported-failed' : 'in-progress';
}

/**
 * SCORM 2004 RTE 4.2.4.1 and 4.2.22.1: the thresholds of the manifest decide where the item says what they measure, its own
 * words otherwise. One that ended and never said whether it was completed is completed, unless it was to say so (SN UP.4).
 */
function reason2004({ item }: CountedItem, state: ItemState): ItemReason {
  const through = throughBy(item, state);
  const primary = item.sequencing?.objectives.find(({ isPrimary }) => isPrimary);
  if (primary?.satisfiedByMeasure && state.scaledScore !== null) {
    if (through === 'in-progress' || through === 'progress-below') return through;
    return isAtLeast(state.scaledScore, primary.minNormalizedMeasure) ? 'score-reached' : 'score-below';
  }
  if (state.success === 'failed') return 'reported-failed';
  if (state.success === 'passed') {
    // Some say that they were passed and nothing else.
    const isSaid = isDoneBy(through) || state.completion === 'unknown';
    return isSaid && through !== 'progress-below' ? 'reported-passed' : through;
  }
  return through;
}

/** Whether an item has been gone through, passed or not. */
function throughBy({ completionThreshold, sequencing }: CountedItem['item'], state: ItemState): ItemReason {
  if (completionThreshold?.completedByMeasure && state.progress !== null)
    return isAtLeast(state.progress, completionThreshold.minimumProgressMeasure)
      ? 'progress-reached'
      : 'progress-below';
  if (state.completion === 'completed') return 'reported-completed';
  const isToSay = sequencing?.delivery.completionSetByContent ?? false;
  return state.completion === 'unknown' && state.hasEnded && !isToSay ? 'ended-silently' : 'in-progress';
}

/** Scores have seven digits at most (RTE 4.1.1.7): what lies beyond comes from calculating. */
function isAtLeast(score: number, threshold: number): boolean {
  return score >= threshold - 1e-7;
}
