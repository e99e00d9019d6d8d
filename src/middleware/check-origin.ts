import { defineMiddleware } from 'astro:middleware';
import { isFromOurOrigin } from '#platform/http/origin-check.ts';
import { runtime } from '#platform/runtime.ts';

const REFUSAL =
  'Cette demande ne vient pas d’une page de Repères : elle n’a rien changé. Revenez à la page précédente, rechargez-la et recommencez. ' +
  'Si cela continue, l’adresse du site (REPERES_ORIGIN) est à vérifier par l’administrateur.';

/** Refuses a change that another site's page asks for. */
export const checkOrigin = defineMiddleware((context, next) => {
  if (isFromOurOrigin(context.request, runtime().config)) return next();
  return new Response(REFUSAL, { status: 403, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
});
