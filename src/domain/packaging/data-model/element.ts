/** Whether a text is a value of a type; `''` stands everywhere for a value that was never set. */
export type ValueType = (text: string) => boolean;

/** One element of a data model. */
export interface Element {
  type: ValueType;
  /** For the sentence that refuses a value. */
  says: string;
}

/** A data model as it nests; `n` stands for an index. */
export interface Branch {
  [name: string]: Branch | Element;
}

export function isElement(node: Branch | Element): node is Element {
  return typeof node.type === 'function';
}

const element = (says: string, type: ValueType): Element => ({ type, says });

/** Any text of so many characters at most. */
export const text = (max: number): Element =>
  element(`un texte de ${max} caractères au plus`, ({ length }) => length <= max);

/** One of these words. */
export const oneOf = (...words: string[]): Element =>
  element(`un mot parmi ${words.join(', ')}`, (value) => words.includes(value));

/** What a pattern describes. */
export const matching = (says: string, pattern: RegExp): Element => element(says, (value) => pattern.test(value));

const DECIMAL = /^[+-]?\d*\.?\d+(e[+-]?\d+)?$/i;

/** A decimal number between two bounds, both allowed. */
export const decimal = (min = -Infinity, max = Infinity): Element =>
  element(
    Number.isFinite(min) && Number.isFinite(max) ? `un nombre de ${min} à ${max}` : 'un nombre',
    (value) => value.length <= 30 && DECIMAL.test(value.trim()) && Number(value) >= min && Number(value) <= max,
  );
