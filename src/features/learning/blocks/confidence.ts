import type { Confidence } from '#domain/module/compiled-module.ts';

/** How sure a statement is, in words that anybody understands. */
export const CONFIDENCE_WORDS: Record<Confidence, string> = {
  V: 'source vérifiée',
  V2: 'source secondaire',
  C: 'repère professionnel',
};
