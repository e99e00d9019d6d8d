import { expect, test } from 'vitest';
import { isPrefetch } from '#platform/http/is-prefetch.ts';

test.each([
  [{}, false],
  [{ 'Sec-Purpose': 'prefetch' }, true],
  [{ 'Sec-Purpose': 'prefetch;prerender' }, true],
  [{ Purpose: 'prefetch' }, true],
  [{ 'X-Moz': 'prefetch' }, true],
  [{ 'Sec-Purpose': 'navigate' }, false],
])('headers %j', (headers, expected) => {
  expect(isPrefetch(new Headers(headers as Record<string, string>))).toBe(expected);
});
