import { parseCivilDate } from '#domain/time/civil-date.ts';
import { frenchDate } from '#domain/time/french-dates.ts';
import { escapeHtml } from './html.ts';

/** « Code pénal, article 222-22 »: codes have articles; decisions and studies have numbers of their own. */
export function citedSource(source: string, article: string | null): string {
  if (!article) return source;
  if (!/^code/i.test(source)) return `${source}, ${article}`;
  return / et |,/.test(article) ? `${source}, articles ${article}` : `${source}, article ${article}`;
}

/** The HTML that says when a source was compared for the last time; it does not say « vérifié » of what is not. */
export function verificationHtml(verifiedOn: string, toVerify: boolean): string {
  const date = parseCivilDate(verifiedOn);
  const day = date ? `<time datetime="${date}">${frenchDate(date)}</time>` : escapeHtml(verifiedOn);
  return toVerify ? `À vérifier, dernière lecture le ${day}.` : `Vérifié le ${day}.`;
}
