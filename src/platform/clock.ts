import { instantOf, parseInstant, type Instant } from '#domain/time/instant.ts';

/** The only reader of the time; commands receive `now` from it. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => instantOf(new Date()) };

/** A clock that stands still, for tests and for REPERES_NOW. */
export function fixedClock(at: string): Clock {
  const instant = parseInstant(at);
  return { now: () => instant };
}
