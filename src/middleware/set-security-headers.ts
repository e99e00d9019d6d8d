import { defineMiddleware } from 'astro:middleware';
import { addSecurityHeaders } from '#platform/http/security-headers.ts';
import { runtime } from '#platform/runtime.ts';

// The development server writes its styles and scripts into the page, and Astro gives it no policy of its own.
const DEVELOPMENT_POLICY =
  "default-src 'self' 'unsafe-inline'; connect-src 'self' ws:; img-src 'self' data:; frame-src *";

/** Sets the security headers, and keeps what a signed-in person sees out of every cache. */
export const setSecurityHeaders = defineMiddleware(async (_context, next) => {
  const response = await next();
  if (import.meta.env.DEV) response.headers.set('Content-Security-Policy', DEVELOPMENT_POLICY);
  addSecurityHeaders(response.headers, runtime().config.origin.startsWith('https:'));
  if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store');
  return response;
});
