import { describe, expect, test } from 'vitest';
import { isFromOurOrigin } from '#platform/http/origin-check.ts';

const production = { origin: 'https://reperes.exemple.fr', mode: 'production', port: 4321 } as const;
const demo = { origin: 'http://localhost:4321', mode: 'demo', port: 4321 } as const;

function request(method: string, headers: Record<string, string>): Request {
  return new Request('http://127.0.0.1:4321/compte', { method, headers });
}

describe('in production', () => {
  test.each([
    ['a reading needs no origin', 'GET', {}, true],
    ['a reading from elsewhere', 'GET', { origin: 'https://ailleurs.example', 'sec-fetch-site': 'cross-site' }, true],
    ['our page', 'POST', { origin: production.origin, 'sec-fetch-site': 'same-origin' }, true],
    ['our page in a browser without Sec-Fetch-Site', 'POST', { origin: production.origin }, true],
    ['no origin at all', 'POST', {}, false],
    ['an origin that hides itself', 'POST', { origin: 'null' }, false],
    ['another site', 'POST', { origin: 'https://ailleurs.example' }, false],
    ['a neighbour of the same site', 'POST', { origin: production.origin, 'sec-fetch-site': 'same-site' }, false],
    ['the same host without TLS', 'POST', { origin: 'http://reperes.exemple.fr' }, false],
    ['this machine', 'POST', { origin: 'http://localhost:4321' }, false],
    ['a deletion from elsewhere', 'DELETE', { origin: 'https://ailleurs.example' }, false],
  ])('%s', (_title, method, headers, isOurs) => {
    expect(isFromOurOrigin(request(method, headers as Record<string, string>), production)).toBe(isOurs);
  });
});

describe('in the demonstration', () => {
  test.each([
    ['http://localhost:4321', true],
    ['http://127.0.0.1:4321', true],
    ['http://[::1]:4321', true],
    ['http://localhost:4322', false],
    ['https://localhost:4321', false],
    ['http://localhost.ailleurs.example:4321', false],
    ['null', false],
  ])('%s: %s', (origin, isOurs) => {
    expect(isFromOurOrigin(request('POST', { origin }), demo)).toBe(isOurs);
  });
});
