import { defineMiddleware } from 'astro:middleware';
import { loadSignInSession } from '#features/sign-in/load-sign-in-session.ts';
import { sessionCookieName, writeSessionCookie } from '#platform/http/session-cookie.ts';
import { runtime } from '#platform/runtime.ts';

/** Help is served before the session is read (DESIGN §8), these need none, and the page of errors must not meet the error again. */
const WITHOUT_SESSION = new Set(['/aide', '/erreur', '/healthz', '/medias/[file]', '/quitter']);

/** Finds who is signed in; a renewed session gets its cookie again. */
export const loadSession = defineMiddleware(async (context, next) => {
  if (WITHOUT_SESSION.has(context.routePattern)) return next();
  const { db, config } = runtime();
  const sessionId = context.cookies.get(sessionCookieName(config))?.value;
  if (!sessionId) return next();
  const found = await loadSignInSession(db, sessionId, context.locals.now);
  if (!found) {
    writeSessionCookie(context.cookies, config, null);
    return next();
  }
  if (found.isRenewed) writeSessionCookie(context.cookies, config, sessionId);
  context.locals.actor = found.actor;
  context.locals.signInSession = found.signInSession;
  context.locals.comfort = found.comfort;
  return next();
});
