import { expect, test } from 'vitest';
import { isClientGone } from '#platform/http/is-client-gone.ts';

const reset = Object.assign(new Error('aborted'), { code: 'ECONNRESET' });

test('a connection closed by the browser is nobody’s fault, however it was wrapped', () => {
  expect(isClientGone(reset)).toBe(true);
  expect(isClientGone(new TypeError('body unusable', { cause: reset }))).toBe(true);
});

test('any other error is a bug', () => {
  for (const error of [new Error('aborted'), Object.assign(new Error(''), { code: 'SQLITE_BUSY' }), 'ECONNRESET', null])
    expect(isClientGone(error)).toBe(false);
});
