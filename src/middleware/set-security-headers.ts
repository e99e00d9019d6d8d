import { defineMiddleware } from 'astro:middleware';
import { addSecurityHeaders } from '#platform/http/security-headers.ts';
import { runtime } from '#platform/runtime.ts';

/** Sets the security headers, and keeps what a signed-in person sees out of every cache. */
export const setSecurityHeaders = defineMiddleware(async (_context, next) => {
  const response = await next();
  addSecurityHeaders(response.headers, runtime().config.origin.startsWith('https:'));
  if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store');
  return response;
});
