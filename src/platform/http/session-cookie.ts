import type { AstroCookies } from 'astro';
import type { Config } from '#platform/config.ts';

const SESSION_COOKIE_LIFETIME_IN_SECONDS = 12 * 60 * 60;

/** `__Host-` binds the cookie to this very host, which browsers accept under HTTPS only. */
export function sessionCookieName(config: Pick<Config, 'origin'>): string {
  return isHttps(config) ? '__Host-reperes' : 'reperes';
}

/** Gives the browser its session secret; null takes it away. */
export function writeSessionCookie(
  cookies: AstroCookies,
  config: Pick<Config, 'origin'>,
  sessionId: string | null,
): void {
  const options = { httpOnly: true, sameSite: 'lax', secure: isHttps(config), path: '/' } as const;
  if (sessionId === null) cookies.delete(sessionCookieName(config), options);
  else cookies.set(sessionCookieName(config), sessionId, { ...options, maxAge: SESSION_COOKIE_LIFETIME_IN_SECONDS });
}

function isHttps({ origin }: Pick<Config, 'origin'>): boolean {
  return origin.startsWith('https:');
}
