import type { Block } from '#domain/module/compiled-module.ts';
import { parseCivilDate } from '#domain/time/civil-date.ts';
import { frenchDate } from '#domain/time/french-dates.ts';
import { escapeHtml } from './html.ts';

type Reference = Extract<Block, { kind: 'reference' }>;

/** A legal card: the text, its article, when it was verified; the enforceable text is elsewhere, and it says so. */
export function referenceHtml({ text, article, verifiedOn, toVerify, html }: Reference): string {
  const name = article ? `${escapeHtml(text)}, ${articleName(text, article)}` : escapeHtml(text);
  const flag = toVerify ? '<span class="badge badge--late">à vérifier</span>' : '';
  return (
    `<aside class="block block--reference"><p class="block__title"><cite>${name}</cite> ${flag}</p>${html}` +
    `<p class="block__note">${verification(verifiedOn)} Résumé pédagogique : seul le texte publié sur Légifrance fait foi.</p></aside>`
  );
}

function verification(verifiedOn: string): string {
  const date = parseCivilDate(verifiedOn);
  return date ? `Vérifié le <time datetime="${date}">${frenchDate(date)}</time>.` : '';
}

/** Codes have articles; decisions and studies have numbers of their own. */
function articleName(text: string, article: string): string {
  const number = escapeHtml(article);
  return /^code/i.test(text) ? `article\u00a0${number}` : number;
}
