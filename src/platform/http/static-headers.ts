import type { ServerResponse } from 'node:http';
import { BARE_CONTENT_POLICY, SECURITY_HEADERS } from './security-headers.ts';

/** Sets the security headers on what no middleware sees: static files and refusals of the server itself; pages replace them. */
export function addStaticHeaders(response: ServerResponse, isHttps: boolean): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  response.setHeader('Content-Security-Policy', BARE_CONTENT_POLICY);
  if (isHttps) response.setHeader('Strict-Transport-Security', 'max-age=31536000');
}
