import { defineMiddleware } from 'astro:middleware';
import { announcedBytes, MAX_FORM_BYTES, MAX_UPLOAD_BYTES } from '#platform/http/body-limits.ts';

/** Where a whole file may be sent. */
const UPLOADS: ReadonlySet<string> = new Set(['/administration/imports/deposer']);

const REFUSAL =
  'Ce que vous envoyez est trop gros : rien n’a été enregistré. Un formulaire pèse 2 Mio au plus, un fichier à importer 64 Mio. ' +
  'Revenez à la page précédente et envoyez moins de texte, ou un fichier plus petit.';

/** Refuses a body that is larger than its page takes: the server lets through what the largest one does. */
export const limitBody = defineMiddleware((context, next) => {
  const most = UPLOADS.has(context.routePattern) ? MAX_UPLOAD_BYTES : MAX_FORM_BYTES;
  if ((announcedBytes(context.request) ?? 0) <= most) return next();
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' };
  return new Response(REFUSAL, { status: 413, headers });
});
