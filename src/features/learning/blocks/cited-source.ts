import { parseCivilDate } from '#domain/time/civil-date.ts';
import { frenchDate } from '#domain/time/french-dates.ts';
import type { Confidence } from '#domain/module/compiled-module.ts';
import { escapeHtml } from './html.ts';

/** « Code pénal, article 222-22 »: codes have articles; decisions and studies have numbers of their own. */
export function citedSource(source: string, article: string | null): string {
  if (!article) return source;
  if (!/^code/i.test(source)) return `${source}, ${article}`;
  return / et |,/.test(article) ? `${source}, articles ${article}` : `${source}, article ${article}`;
}

/** How sure a statement is, and when it was last compared with its source. */
export interface Verification {
  confidence: Confidence;
  /** `YYYY-MM-DD`. */
  verifiedOn: string;
  /** The text may have changed since. */
  toVerify: boolean;
}

/** The HTML that says when a source was compared for the last time; it does not say « vérifié » of what was compared with none. */
export function verificationHtml({ confidence, verifiedOn, toVerify }: Verification): string {
  const date = parseCivilDate(verifiedOn);
  const day = date ? `<time datetime="${date}">${frenchDate(date)}</time>` : escapeHtml(verifiedOn);
  if (toVerify) return `À vérifier, dernière lecture le ${day}.`;
  return confidence === 'C' ? `À faire relire, rédigé le\u00a0${day}.` : `Vérifié le ${day}.`;
}
