import type { AstroCookies } from 'astro';
import { expect, test, vi } from 'vitest';
import { sessionCookieName, writeSessionCookie } from '#platform/http/session-cookie.ts';

const cookies = { set: vi.fn(), delete: vi.fn() };

test.each([
  ['https://reperes.exemple.fr', '__Host-reperes', true],
  ['http://localhost:4321', 'reperes', false],
])('at %s the session is in the cookie %s', (origin, name, secure) => {
  expect(sessionCookieName({ origin })).toBe(name);
  writeSessionCookie(cookies as unknown as AstroCookies, { origin }, 'secret');
  expect(cookies.set).toHaveBeenLastCalledWith(name, 'secret', {
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/',
    maxAge: 12 * 60 * 60,
  });
  writeSessionCookie(cookies as unknown as AstroCookies, { origin }, null);
  expect(cookies.delete).toHaveBeenLastCalledWith(name, { httpOnly: true, sameSite: 'lax', secure, path: '/' });
});
