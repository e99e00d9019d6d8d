import type { Config } from '#platform/config.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/** True when a request may change something: it was sent by a page of this site, not by another one (OWASP CSRF, "verifying origin"). */
export function isFromOurOrigin(request: Request, config: Pick<Config, 'origin' | 'mode' | 'port'>): boolean {
  if (SAFE_METHODS.has(request.method)) return true;
  const fetchSite = request.headers.get('sec-fetch-site');
  if (fetchSite !== null && fetchSite !== 'same-origin') return false;
  const origin = request.headers.get('origin');
  if (origin === null) return false;
  return origin === config.origin || isDemoOrigin(origin, config);
}

function isDemoOrigin(origin: string, { mode, port }: Pick<Config, 'mode' | 'port'>): boolean {
  const url = URL.parse(origin);
  return (
    mode === 'demo' &&
    url !== null &&
    url.protocol === 'http:' &&
    LOOPBACK_NAMES.has(url.hostname) &&
    url.port === String(port)
  );
}
