import { defineMiddleware } from 'astro:middleware';
import { announcedBytes, MAX_FORM_BYTES, MAX_FORM_FRAME_BYTES, MAX_UPLOAD_BYTES } from '#platform/http/body-limits.ts';
import { runtime } from '#platform/runtime.ts';

/** What a page takes, and how it is said. */
function limitOf(routePattern: string): { most: number; words: string } {
  const { packedBytes } = runtime().config.packageLimits;
  if (routePattern === '/administration/imports/deposer')
    return { most: MAX_UPLOAD_BYTES, words: 'Un fichier à importer pèse 64 Mio au plus.' };
  if (routePattern === '/atelier/paquets/deposer')
    return {
      most: packedBytes + MAX_FORM_FRAME_BYTES,
      words: `Un paquet pèse ${Math.round(packedBytes / 1_000_000)} Mo au plus.`,
    };
  return { most: MAX_FORM_BYTES, words: 'Un formulaire pèse 2 Mio au plus, un fichier à importer 64 Mio.' };
}

/** Refuses a body that is larger than its page takes: the server lets through what the largest one does. */
export const limitBody = defineMiddleware((context, next) => {
  const { most, words } = limitOf(context.routePattern);
  const announced = announcedBytes(context.request);
  if ((announced ?? 0) > most)
    return refusal(
      413,
      `Ce que vous envoyez est trop gros : rien n’a été enregistré. ${words} ` +
        'Revenez à la page précédente et envoyez moins de texte, ou un fichier plus petit.',
    );
  // Browsers say what a form weighs: what does not say it could go on until the largest limit of all, and be held whole.
  if (announced === null && context.request.headers.has('transfer-encoding'))
    return refusal(
      411,
      'Ce qui est envoyé ne dit pas sa taille : rien n’a été enregistré. Envoyez le formulaire de nouveau.',
    );
  return next();
});

function refusal(status: number, text: string): Response {
  return new Response(text, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' } });
}
