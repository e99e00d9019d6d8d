import { element, type Element } from './element.ts';

/** Any text of so many characters at most. */
export const text = (max: number): Element =>
  element(`un texte de ${max} caractères au plus`, ({ length }) => length <= max);

/** One of these words. */
export const oneOf = (...words: string[]): Element =>
  element(`un mot parmi ${words.join(', ')}`, (value) => words.includes(value));

/** What a pattern describes. */
export const matching = (says: string, pattern: RegExp): Element => element(says, (value) => pattern.test(value));

/** One of some words, or a number. */
export const oneOfOrNumber = (...words: string[]): Element =>
  element(`un nombre, ou un mot parmi ${words.join(', ')}`, (value) => words.includes(value) || isNumber(value));

/** A decimal number between two bounds, both allowed. */
export const decimal = (min = -Infinity, max = Infinity): Element =>
  element(
    Number.isFinite(min) && Number.isFinite(max)
      ? `un nombre de ${min} à ${max}`
      : Number.isFinite(min)
        ? `un nombre à partir de ${min}`
        : 'un nombre',
    (value) => isNumber(value) && Number(value) >= min && Number(value) <= max,
  );

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;

/** Whether a text is a finite number; longer ones than any run-time writes are none. */
export function isNumber(value: string): boolean {
  return value.length <= 30 && DECIMAL.test(value) && Number.isFinite(Number(value));
}

/** An identifier: characters that are seen, and blanks, which authoring tools put in theirs. */
export const identifier = (max: number): Element =>
  element(
    `un identifiant de ${max} caractères au plus`,
    (value) => value.length <= max && value.trim() !== '' && /^[^\p{Cc}]+$/u.test(value),
  );

const LANGUAGE = /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/;

/** A language by its code, as `fr-FR`. */
export const language = (): Element => matching('une langue comme fr-FR', LANGUAGE);

/** A text of so many characters after the language that may come before it: `{lang=fr}`. */
export const localized = (max: number): Element =>
  element(`un texte de ${max} caractères au plus, avec ou sans sa langue`, (value) => isLocalized(value, max));

export function isLocalized(value: string, max: number): boolean {
  const said = /^\{lang=([^}]{0,60})\}/.exec(value);
  if (!said) return value.length <= max;
  return (said[1] === '' || LANGUAGE.test(said[1]!)) && value.length - said[0].length <= max;
}
