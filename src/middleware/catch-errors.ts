import { defineMiddleware } from 'astro:middleware';
import { isClientGone } from '#platform/http/is-client-gone.ts';
import { runtime } from '#platform/runtime.ts';

/** Catches bugs, once: the log gets the error, the person a sentence and the request id. */
export const catchErrors = defineMiddleware(async (context, next) => {
  try {
    return await next();
  } catch (error) {
    if (isClientGone(error)) return new Response(null, { status: 400 });
    const { requestId } = context.locals;
    // Pages that record nothing leave no line in the log either (DESIGN §8), so the address is not written.
    runtime().log.error('request-failed', error, { requestId, route: context.routePattern });
    if (context.routePattern === '/erreur') throw error;
    return context.rewrite('/erreur');
  }
});
