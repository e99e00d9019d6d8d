import { element, type Element } from './element.ts';
import { isLocalized, isNumber } from './value-types.ts';

/** Of any response, whatever its type: an essay and its language, or many pairs. */
const MOST = 32_000;

/** What a response looks like, by the type of its interaction (RTE 4.2.9.2 and 4.2.9.3), with its separators. */
export const learnerResponse = (): Element =>
  element(`une réponse de ${MOST} caractères au plus, de la forme que veut le type de l’interaction`, (value, type) =>
    isResponse(value, LEARNER[type]),
  );

/** What a correct response looks like: as a response, with what tells how to compare, and ranges of numbers. */
export const responsePattern = (): Element =>
  element(
    `un modèle de réponse de ${MOST} caractères au plus, de la forme que veut le type de l’interaction`,
    (value, type) => isResponse(value.replace(COMPARING, ''), PATTERN[type]),
  );

function isResponse(value: string, isRight: ((value: string) => boolean) | undefined): boolean {
  return value.length <= MOST && (isRight?.(value) ?? true);
}

/** `{case_matters=true}` and `{order_matters=false}` before a pattern. */
const COMPARING = /^(\{(case_matters|order_matters)=(true|false)\}){1,2}/;

const LEARNER: Record<string, (value: string) => boolean> = {
  'true-false': (value) => value === 'true' || value === 'false',
  choice: (value) => value === '' || eachOf(value, 36, isShort(4000)),
  'fill-in': (value) => eachOf(value, 10, (answer) => isLocalized(answer, 250)),
  'long-fill-in': (value) => isLocalized(value, 16_000),
  matching: (value) => value === '' || eachOf(value, 36, isPair),
  performance: (value) => value === '' || eachOf(value, 250, isStep),
  sequencing: (value) => value === '' || eachOf(value, 36, isShort(250)),
  likert: isShort(250),
  numeric: isNumber,
  other: ({ length }) => length <= 4000,
};

const PATTERN: Record<string, (value: string) => boolean> = { ...LEARNER, numeric: isRange };

function eachOf(value: string, most: number, isRight: (part: string) => boolean): boolean {
  const parts = value.split('[,]');
  return parts.length <= most && parts.every(isRight);
}

/** An identifier of so many characters. */
function isShort(max: number): (value: string) => boolean {
  return (value) => value.length <= max && value.trim() !== '' && !/[\p{Cc}]|\[[.,:]\]/u.test(value);
}

function isPair(value: string): boolean {
  const parts = value.split('[.]');
  return parts.length === 2 && parts.every(isShort(250));
}

/** A step and its answer, either of which may be left out, not both. */
function isStep(value: string): boolean {
  const at = value.indexOf('[.]');
  if (at === -1) return false;
  const step = value.slice(0, at);
  const answer = value.slice(at + 3);
  return (step !== '' || answer !== '') && step.length <= 250 && answer.length <= 250;
}

/** One number, or two bounds, either of which may be left out. */
function isRange(value: string): boolean {
  const bounds = value.split('[:]');
  if (bounds.length === 1) return isNumber(value);
  return bounds.length === 2 && bounds.every((bound) => bound === '' || isNumber(bound)) && isInOrder(bounds);
}

function isInOrder([least, most]: readonly string[]): boolean {
  return least === '' || most === '' || Number(least) <= Number(most);
}
