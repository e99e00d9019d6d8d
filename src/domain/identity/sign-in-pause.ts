import { addDuration, minutes, seconds, type Duration, type Instant } from '../time/instant.ts';

/** Failures that count together, and the pause that follows too many of them. */
export interface FailurePolicy {
  allowedFailures: number;
  /** The first pause; each further failure doubles it. */
  firstPause: Duration;
  longestPause: Duration;
  /** Failures older than this are forgotten. */
  memory: Duration;
}

/** Strict: somebody who tries passwords on one account gets about a hundred tries a day. */
export const ACCOUNT_POLICY: FailurePolicy = {
  allowedFailures: 5,
  firstPause: seconds(30),
  longestPause: minutes(15),
  memory: minutes(60),
};

/** Loose: a whole garrison may come from one address. */
export const ADDRESS_POLICY: FailurePolicy = {
  allowedFailures: 200,
  firstPause: seconds(10),
  longestPause: minutes(2),
  memory: minutes(10),
};

export interface Failures {
  count: number;
  lastAt: Instant;
  blockedUntil: Instant | null;
}

/** The failures with one more, and until when sign-in is refused. */
export function afterFailure(before: Failures | null, policy: FailurePolicy, now: Instant): Failures {
  const isForgotten = before === null || addDuration(before.lastAt, policy.memory) <= now;
  const count = isForgotten ? 1 : before.count + 1;
  const excess = count - policy.allowedFailures;
  if (excess < 0) return { count, lastAt: now, blockedUntil: null };
  const pauseInMs = Math.min(
    policy.firstPause.milliseconds * 2 ** Math.min(excess, 20),
    policy.longestPause.milliseconds,
  );
  return { count, lastAt: now, blockedUntil: addDuration(now, { milliseconds: pauseInMs }) };
}

/** How many whole seconds one still has to wait; 0 when one may try. */
export function secondsToWait(failures: Failures | null, now: Instant): number {
  if (!failures?.blockedUntil || failures.blockedUntil <= now) return 0;
  return Math.ceil((Date.parse(failures.blockedUntil) - Date.parse(now)) / 1000);
}
