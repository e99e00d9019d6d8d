import { expect, test } from 'vitest';
import { parseInstant } from '#domain/time/instant.ts';
import { launchEnd } from '#features/package-player/launch-end.ts';

const OPEN = { endedAt: null, sessionHash: 'a', expiresAt: parseInstant('2026-11-23T22:00:00Z') };
const BEFORE = parseInstant('2026-11-23T21:59:59Z');

test('an opening serves its package until its time is over', () => {
  expect(launchEnd(OPEN, BEFORE)).toBeNull();
  expect(launchEnd(OPEN, OPEN.expiresAt)).toBe('expired');
});

test('it does not outlive its sign-in session', () => {
  expect(launchEnd({ ...OPEN, sessionHash: null }, BEFORE)).toBe('signed-out');
  expect(launchEnd({ ...OPEN, sessionHash: null }, OPEN.expiresAt)).toBe('signed-out');
});

test('a tab that was taken over is not served for that once its session or its time is over', () => {
  const taken = { ...OPEN, endedAt: BEFORE };
  expect(launchEnd(taken, BEFORE)).toBe('taken-over');
  expect(launchEnd(taken, OPEN.expiresAt)).toBe('expired');
  expect(launchEnd({ ...taken, sessionHash: null }, BEFORE)).toBe('signed-out');
});
