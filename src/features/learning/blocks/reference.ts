import type { ReferenceBlock } from '#domain/module/compiled-module.ts';
import { parseCivilDate } from '#domain/time/civil-date.ts';
import { frenchDate } from '#domain/time/french-dates.ts';
import { escapeHtml } from './html.ts';

/** A card of law, of a decision or of a study: the source, when it was compared, where the text that binds is. */
export function referenceHtml({ text, article, verifiedOn, toVerify, html }: ReferenceBlock): string {
  const name = article ? `${escapeHtml(text)}, ${articleName(text, article)}` : escapeHtml(text);
  const flag = toVerify ? ' <span class="badge badge--late">à vérifier</span>' : '';
  return (
    `<aside class="block block--reference"><p class="block__label">Référence</p>` +
    `<p class="block__title"><cite>${name}</cite>${flag}</p>${html}` +
    `<p class="block__note">${verification(verifiedOn, toVerify)} ${bindingText(text)}</p></aside>`
  );
}

function verification(verifiedOn: string, toVerify: boolean): string {
  const date = parseCivilDate(verifiedOn);
  const day = date ? `<time datetime="${date}">${frenchDate(date)}</time>` : escapeHtml(verifiedOn);
  return toVerify ? `À vérifier, dernière lecture le ${day}.` : `Vérifié le ${day}.`;
}

/** Codes, laws and decrees bind as Légifrance publishes them; decisions and studies, as they were given. */
function bindingText(text: string): string {
  return /^(code|loi|ordonnance|décret|arrêté|constitution)\b/i.test(text)
    ? 'Résumé pédagogique : seul le texte publié sur Légifrance fait foi.'
    : 'Résumé pédagogique : seul le texte d’origine fait foi.';
}

/** Codes have articles; decisions and studies have numbers of their own. */
function articleName(text: string, article: string): string {
  const number = escapeHtml(article);
  if (!/^code/i.test(text)) return number;
  return / et |,/.test(article) ? `articles ${number}` : `article ${number}`;
}
