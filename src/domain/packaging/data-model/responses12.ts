import { element, type Element } from './element.ts';
import { isNumber } from './value-types.ts';

const MOST = 255;

/**
 * CMIFeedback (SCORM 1.2 RTE 3.4.4): what a response looks like by the type of its interaction. Identifiers of choices are one
 * character long in the specification and longer in all that authoring tools write: longer ones are taken.
 */
export const response12 = (): Element =>
  element(
    `une réponse de ${MOST} caractères au plus, de la forme que veut le type de l’interaction`,
    (value, type) => value.length <= MOST && (FORMS[type]?.(value) ?? true),
  );

const FORMS: Record<string, (value: string) => boolean> = {
  'true-false': (value) => /^(0|1|t|f|true|false)$/i.test(value),
  choice: (value) => eachOf(value, (choice) => choice !== ''),
  matching: (value) => eachOf(value, (pair) => /^[^.]+\.[^.]+$/.test(pair)),
  sequencing: (value) => eachOf(value, (step) => step !== ''),
  numeric: isNumber,
};

/** Whether each of the parts between commas is right; braces around all of them make a set, and say nothing here. */
function eachOf(value: string, isRight: (part: string) => boolean): boolean {
  const inside = value.startsWith('{') && value.endsWith('}') ? value.slice(1, -1) : value;
  return inside.split(',').every((part) => isRight(part.trim()));
}
