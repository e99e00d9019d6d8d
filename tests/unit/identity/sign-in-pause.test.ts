import { describe, expect, test } from 'vitest';
import {
  ACCOUNT_POLICY,
  ADDRESS_POLICY,
  afterFailure,
  secondsToWait,
  type FailurePolicy,
  type Failures,
} from '#domain/identity/sign-in-pause.ts';
import { addDuration, minutes, parseInstant, seconds, type Duration, type Instant } from '#domain/time/instant.ts';

const start = parseInstant('2026-11-23T09:00:00Z');
const later = (duration: Duration): Instant => addDuration(start, duration);

function failuresInARow(count: number, policy: FailurePolicy): Failures | null {
  let failures: Failures | null = null;
  for (let index = 0; index < count; index++) failures = afterFailure(failures, policy, start);
  return failures;
}

describe('an account', () => {
  test.each([
    [0, 0],
    [4, 0],
    [5, 30],
    [6, 60],
    [7, 120],
    [10, 15 * 60],
    [500, 15 * 60],
  ])('after %i failures in a row waits %i seconds', (count, wait) => {
    expect(secondsToWait(failuresInARow(count, ACCOUNT_POLICY), start)).toBe(wait);
  });

  test('may be tried again when its pause is over, not a second before', () => {
    const failures = failuresInARow(5, ACCOUNT_POLICY);
    expect(secondsToWait(failures, later(seconds(29)))).toBe(1);
    expect(secondsToWait(failures, later(seconds(30)))).toBe(0);
  });

  test('forgets its failures an hour after the last one', () => {
    const failures = failuresInARow(20, ACCOUNT_POLICY);
    expect(afterFailure(failures, ACCOUNT_POLICY, later(minutes(59))).count).toBe(21);
    expect(afterFailure(failures, ACCOUNT_POLICY, later(minutes(60)))).toMatchObject({ count: 1, blockedUntil: null });
  });
});

describe('an address, which thousands of people share', () => {
  test.each([
    [199, 0],
    [200, 10],
    [201, 20],
    [300, 2 * 60],
  ])('after %i failures waits %i seconds', (count, wait) => {
    expect(secondsToWait(failuresInARow(count, ADDRESS_POLICY), start)).toBe(wait);
  });
});
