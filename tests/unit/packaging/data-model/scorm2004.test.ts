import { expect, test } from 'vitest';
import type { RuntimeData } from '#domain/packaging/commit.ts';
import { elementsOf } from '#domain/packaging/data-model/element.ts';
import { modelOf, validateData } from '#domain/packaging/data-model/validate-data.ts';
import { dataOf, firstOf, interactionOf } from './data-of.ts';
import { PATTERNS_2004, RESPONSES_2004, VALUES_2004 } from './values2004.ts';

const EDITIONS = ['scorm2004-2', 'scorm2004-3', 'scorm2004-4'] as const;

const isRefused = (data: RuntimeData, element: string) => {
  const answers = EDITIONS.map((edition) => validateData(edition, data));
  expect(new Set(answers.map(({ kind }) => kind)).size).toBe(1);
  return answers.every((answer) => answer.kind === 'invalid' && answer.element === element);
};
const refused = (name: string, value: string) => isRefused(dataOf(name, value), firstOf(name));
const answerRefused = (type: string, value: string) =>
  isRefused(interactionOf(type, { learner_response: value }), 'cmi.interactions.0.learner_response');
const patternRefused = (type: string, value: string) =>
  isRefused(
    interactionOf(type, { correct_responses: { '0': { pattern: value } } }),
    'cmi.interactions.0.correct_responses.0.pattern',
  );

test('every element of SCORM 2004 has values that are right and values that are not', () => {
  const names = elementsOf(modelOf('scorm2004-4'), '').map(([name]) => name.slice(1));
  expect(Object.keys(VALUES_2004).toSorted()).toEqual(names.toSorted());
});

test.each(Object.entries(VALUES_2004))(
  '%s takes the values of its type and refuses others',
  (name, { valid, invalid }) => {
    expect([...valid, ''].filter((value) => refused(name, value))).toEqual([]);
    expect(invalid.filter((value) => !refused(name, value))).toEqual([]);
  },
);

test.each(Object.entries(RESPONSES_2004))(
  'an interaction of type %s takes answers of its form',
  (type, { valid, invalid }) => {
    expect(valid.filter((value) => answerRefused(type, value))).toEqual([]);
    expect(invalid.filter((value) => !answerRefused(type, value))).toEqual([]);
  },
);

test.each(Object.entries(PATTERNS_2004))(
  'an interaction of type %s takes patterns of its form',
  (type, { valid, invalid }) => {
    expect(valid.filter((value) => patternRefused(type, value))).toEqual([]);
    expect(invalid.filter((value) => !patternRefused(type, value))).toEqual([]);
  },
);
