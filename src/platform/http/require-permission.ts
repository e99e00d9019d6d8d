import type { APIContext } from 'astro';
import { hasPermission, type Permission } from '#domain/identity/permissions.ts';

/** Where a password that somebody else chose is changed: nothing else opens before. */
export const PASSWORD_PAGE = '/compte?motdepasse=1';

/** What a guard needs of a page or of a resource. */
type Visit = Pick<APIContext, 'locals' | 'url' | 'redirect' | 'rewrite'>;

/**
 * Guards a page or a resource: null when the signed-in person may see it; otherwise what the page has to return,
 * the way to the sign-in page and back, or the same 404 as for what does not exist.
 */
export function requirePermission(astro: Visit, permission: Permission): Response | Promise<Response> | null {
  const { actor, signInSession } = astro.locals;
  if (!actor)
    return astro.redirect(`/connexion?suite=${encodeURIComponent(astro.url.pathname + astro.url.search)}`, 303);
  if (!hasPermission(actor, permission)) return astro.rewrite('/404');
  if (signInSession?.mustChangePassword && permission !== 'account:own') return astro.redirect(PASSWORD_PAGE, 303);
  return null;
}
