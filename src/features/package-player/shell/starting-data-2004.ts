import type { ItemState } from '#domain/packaging/commit.ts';
import { LEARNER_NAME } from '#domain/packaging/launch-plan.ts';
import type { Item } from '#domain/packaging/manifest.ts';
import { interval2004 } from './durations.ts';
import { withoutBlanks } from './without-blanks.ts';

/**
 * What the run-time of an item starts with (RTE 4.2): where it was when this attempt on it goes on, nothing of an earlier
 * attempt when a new one begins, and what the manifest says of it.
 */
export function startingData2004(
  item: Item,
  { state, isResumed, learnerId }: { state: ItemState | undefined; isResumed: boolean; learnerId: string },
): Record<string, unknown> {
  const { cmi: kept } = (isResumed ? withoutBlanks(state?.data ?? {}) : {}) as { cmi?: Record<string, unknown> };
  const cmi = { ...kept };
  delete cmi.exit;
  delete cmi.session_time;
  const seconds = isResumed ? Object.values(state?.secondsByLaunch ?? {}).reduce((sum, more) => sum + more, 0) : 0;
  const primary = item.sequencing?.objectives.find(({ isPrimary }) => isPrimary);
  const threshold = item.completionThreshold;
  return {
    ...cmi,
    ...withoutBlanks({
      launch_data: item.launchData ?? '',
      max_time_allowed: item.sequencing?.limits.absoluteDuration ?? item.maxTimeAllowed ?? '',
      time_limit_action: item.timeLimitAction ?? '',
      scaled_passing_score: primary?.satisfiedByMeasure ? String(primary.minNormalizedMeasure) : '',
      completion_threshold: threshold?.completedByMeasure ? String(threshold.minimumProgressMeasure) : '',
    }),
    learner_id: learnerId,
    learner_name: LEARNER_NAME,
    credit: 'credit',
    mode: 'normal',
    entry: isResumed ? 'resume' : 'ab-initio',
    total_time: interval2004(seconds),
  };
}
