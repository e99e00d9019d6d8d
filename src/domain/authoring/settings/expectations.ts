import { z } from 'zod';
import { NAME_PATTERN } from '../names/lesson-file-name.ts';
import { typeset } from '../typography.ts';

/** Schemas of settings and attributes. Their error is what is expected, worded to follow « Il faut ». */

/** A text for the screen: present, and set as French is. */
export const shownText = z
  .string({ error: 'un texte' })
  .trim()
  .min(1, { error: 'un texte, pas une valeur vide' })
  .transform(typeset);

/** The id of a question, a case or a scene; the name of a module. */
export const identifier = z.string({ error: 'un identifiant' }).regex(NAME_PATTERN, {
  error: 'un identifiant en minuscules sans accent, chiffres et traits d’union : premier-reflexe',
});

/** A whole number between two bounds. */
export function wholeNumber(least: number, most: number, unit: string) {
  const error = `un nombre entier ${unit}, de ${least} à ${most}`;
  return z.int({ error }).min(least, { error }).max(most, { error });
}

/** One of a few words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  const quoted = words.map((word) => `« ${word} »`);
  const error = `${quoted.slice(0, -1).join(', ')} ou ${quoted.at(-1)}`;
  return z.enum(words, { error });
}

/** A day on which something was compared with its source. */
export const verificationDate = z.iso.date({ error: 'une date qui existe, sous la forme 2026-11-23' });

/** How sure the dossier is of a statement. */
export const confidence = oneOf(['V', 'V2', 'C']);

/** An article, a case number, a DOI: a text, or a number that YAML has read as one. */
export const articleNumber = z
  .union([z.int(), z.string()], { error: 'un numéro d’article' })
  .transform(String)
  .pipe(shownText);

export const verificationState = oneOf(['verifie', 'a-verifier']).default('verifie');

/** A list of texts for the screen. */
export function shownList(least: number, most: number, error: string) {
  return z.array(shownText, { error }).min(least, { error }).max(most, { error });
}
