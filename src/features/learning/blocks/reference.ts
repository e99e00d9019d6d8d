import type { ReferenceBlock } from '#domain/module/compiled-module.ts';
import { citedSource, verificationHtml } from './cited-source.ts';
import { CONFIDENCE_WORDS } from './confidence.ts';
import { escapeHtml } from './html.ts';
import { titleHtml, type TitleLevel } from './title-level.ts';

/** A card of law, of a decision or of a study: the source, how sure it is, when it was compared, where the text that binds is. */
export function referenceHtml(
  { text, article, confidence, verifiedOn, toVerify, html }: ReferenceBlock,
  level: TitleLevel,
): string {
  const flag = toVerify ? ' <span class="badge badge--late">à vérifier</span>' : '';
  return (
    `<aside class="block block--reference"><p class="block__label">Référence${toVerify ? '' : `, ${CONFIDENCE_WORDS[confidence]}`}</p>` +
    `${titleHtml(level, `<cite>${escapeHtml(citedSource(text, article))}</cite>${flag}`)}${html}` +
    `<p class="block__note">${verificationHtml({ confidence, verifiedOn, toVerify })} ${bindingText(text)}</p></aside>`
  );
}

/** Codes, laws and decrees bind as Légifrance publishes them; decisions and studies, as they were given. */
function bindingText(text: string): string {
  return /^(code|loi|ordonnance|décret|arrêté|constitution)\b/i.test(text)
    ? 'Résumé pédagogique : seul le texte publié sur Légifrance fait foi.'
    : 'Résumé pédagogique : seul le texte d’origine fait foi.';
}
