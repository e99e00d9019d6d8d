import type { APIContext } from 'astro';
import { defineMiddleware } from 'astro:middleware';
import { ORDINARY_READING } from '#domain/identity/reading-comfort.ts';
import { clientAddressOf } from '#platform/http/client-address.ts';
import { newId } from '#platform/ids.ts';
import { runtime } from '#platform/runtime.ts';

/** Names the request, fixes its time and finds where it comes from. A rewrite goes through here again, and keeps what is known. */
export const assignRequestId = defineMiddleware((context, next) => {
  const { clock, config } = runtime();
  context.locals.requestId ??= newId();
  context.locals.now = clock.now();
  context.locals.actor ??= null;
  context.locals.signInSession ??= null;
  context.locals.comfort ??= ORDINARY_READING;
  context.locals.clientAddress ??= clientAddressOf(
    peerOf(context),
    context.request.headers.get('x-forwarded-for'),
    config.trustedProxies,
  );
  return next();
});

/** The address at the other end of the connection; none once whoever sent the request has left. */
function peerOf(context: APIContext): string {
  try {
    return context.clientAddress;
  } catch {
    return '';
  }
}
