import { describe, expect, test } from 'vitest';
import { elementsOf } from '#domain/packaging/data-model/element.ts';
import { modelOf, validateData } from '#domain/packaging/data-model/validate-data.ts';
import { dataOf, firstOf, interactionOf } from './data-of.ts';
import { RESPONSES_12, VALUES_12 } from './values12.ts';

const refused = (name: string, value: string) => {
  const answer = validateData('scorm12', dataOf(name, value));
  return answer.kind === 'invalid' && answer.element === firstOf(name);
};

test('every element of SCORM 1.2 has values that are right and values that are not', () => {
  const names = elementsOf(modelOf('scorm12'), '').map(([name]) => name.slice(1));
  expect(Object.keys(VALUES_12).toSorted()).toEqual(names.toSorted());
});

test.each(Object.entries(VALUES_12))(
  '%s takes the values of its type and refuses others',
  (name, { valid, invalid }) => {
    expect([...valid, ''].filter((value) => refused(name, value))).toEqual([]);
    expect(invalid.filter((value) => !refused(name, value))).toEqual([]);
  },
);

describe.each(Object.entries(RESPONSES_12))('an interaction of type %s', (type, { valid, invalid }) => {
  const answer = (value: string) => validateData('scorm12', interactionOf(type, { student_response: value }));
  const pattern = (value: string) =>
    validateData('scorm12', interactionOf(type, { correct_responses: { '0': { pattern: value } } }));

  test('takes answers of its form, and no others', () => {
    expect(valid.map(answer)).toEqual(valid.map(() => ({ kind: 'valid' })));
    for (const value of invalid)
      expect(answer(value)).toMatchObject({ element: 'cmi.interactions.0.student_response' });
  });

  test('takes correct answers of its form, and no others', () => {
    expect(valid.map(pattern)).toEqual(valid.map(() => ({ kind: 'valid' })));
    for (const value of invalid)
      expect(pattern(value)).toMatchObject({ element: 'cmi.interactions.0.correct_responses.0.pattern' });
  });
});
