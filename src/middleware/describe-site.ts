import { defineMiddleware } from 'astro:middleware';
import { declaredConformity } from '#features/accessibility/load-declaration.ts';
import { loadHelp } from '#features/help/load-help.ts';
import { runtime } from '#platform/runtime.ts';
import { VERSION } from '#platform/version.ts';

/** Tells the frame of every page what it shows of the installation. */
export const describeSite = defineMiddleware((context, next) => {
  context.locals.site = {
    exitUrl: loadHelp().exitUrl,
    conformity: declaredConformity(),
    isDemonstration: runtime().config.mode === 'demo',
    version: VERSION,
  };
  return next();
});
