import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RuntimeData } from '#domain/packaging/commit.ts';
import { validateData } from '#domain/packaging/data-model/validate-data.ts';
import { instantOf, utcDateOf, parseInstant } from '#domain/time/instant.ts';
import { SCORM_WORDS, type Values } from '#features/delivery/client/scorm-values.ts';
import type { Interaction, LessonReport, Report } from '#features/delivery/client/tracker.ts';

const STANDARDS = ['scorm12', 'scorm2004'] as const;
const MODEL = { scorm12: 'scorm12', scorm2004: 'scorm2004-3' } as const;

const ids = fc.subarray(
  Array.from({ length: 12 }, (_, at) => `c${at + 1}`),
  { minLength: 1 },
);
const slug = fc.stringMatching(/^[a-z0-9]{1,10}(-[a-z0-9]{1,10}){0,4}$/);
const lesson: fc.Arbitrary<LessonReport> = fc.record({
  slug,
  title: fc.string({ unit: 'grapheme' }),
  isRead: fc.boolean(),
});
const report: fc.Arbitrary<Report> = fc.record({
  location: slug,
  suspendData: fc.stringMatching(/^[ -~]{0,300}$/),
  lessons: fc.array(lesson),
  progress: fc.double({ min: 0, max: 1, noNaN: true }),
  isComplete: fc.boolean(),
  isPassed: fc.boolean(),
  score: fc.option(fc.nat(100)),
  latestScore: fc.option(fc.nat(100)),
  seconds: fc.nat(3_000_000),
});
const interaction: fc.Arbitrary<Interaction> = fc.record({
  id: slug,
  description: fc.string({ unit: 'grapheme', maxLength: 900 }),
  lesson: slug,
  isMultiple: fc.boolean(),
  chosen: ids,
  right: ids,
  isRight: fc.boolean(),
  at: fc
    .date({
      min: utcDateOf(parseInstant('2000-01-01T00:00:00Z')),
      max: utcDateOf(parseInstant('2090-01-01T00:00:00Z')),
      noInvalidDate: true,
    })
    .map(instantOf),
  latency: fc.nat(100_000),
});

describe.each(STANDARDS)('%s', (standard) => {
  const words = SCORM_WORDS[standard];
  const verdict = (before: string, values: Values) => validateData(MODEL[standard], nested(before, values));

  test('whatever is told of a module is valid', () => {
    fc.assert(
      fc.property(report, (said) => {
        expect(verdict('', words.report(said))).toEqual({ kind: 'valid' });
      }),
    );
  });

  test('whatever is told of an answer is valid', () => {
    fc.assert(
      fc.property(interaction, (said) => {
        expect(verdict('cmi.interactions.0.', words.interaction(said))).toEqual({ kind: 'valid' });
      }),
    );
  });

  test('whatever is told of a lesson is valid', () => {
    fc.assert(
      fc.property(lesson, (said) => {
        expect(verdict('cmi.objectives.0.', words.objective(said))).toEqual({ kind: 'valid' });
      }),
    );
  });
});

const ANSWER: Interaction = {
  id: 'e03',
  description: 'Que faites-vous ?',
  lesson: '03-les-premiers-instants',
  isMultiple: true,
  chosen: ['c1', 'c10'],
  right: ['c1', 'c3'],
  isRight: false,
  at: parseInstant('2026-11-23T14:32:05.678Z'),
  latency: 75,
};

test('an answer in SCORM 1.2: choices of one character, braces around those that are all needed (RTE 3.4.4)', () => {
  const values = Object.fromEntries(SCORM_WORDS.scorm12.interaction(ANSWER));
  expect(values).toMatchObject({
    id: 'e03',
    type: 'choice',
    student_response: '1,a',
    'correct_responses.0.pattern': '{1,3}',
    result: 'wrong',
    latency: '0000:01:15',
    'objectives.0.id': '03-les-premiers-instants',
  });
  expect(values.time).toMatch(/^\d{2}:32:05$/);
  const single = Object.fromEntries(SCORM_WORDS.scorm12.interaction({ ...ANSWER, isMultiple: false, right: ['c3'] }));
  expect(single['correct_responses.0.pattern']).toBe('3');
});

test('an answer in SCORM 2004: the type before what depends on it, a zone after fractions of a second (RTE 4.1.1.7, 4.2.9)', () => {
  const values = SCORM_WORDS.scorm2004.interaction(ANSWER);
  expect(Object.fromEntries(values)).toMatchObject({
    learner_response: 'c1[,]c10',
    'correct_responses.0.pattern': 'c1[,]c3',
    timestamp: '2026-11-23T14:32:05.67Z',
    latency: 'PT75S',
    result: 'incorrect',
    description: '{lang=fr}Que faites-vous ?',
  });
  expect(values.map(([name]) => name).slice(0, 2)).toEqual(['id', 'type']);
});

const SAID: Report = {
  location: 'evaluation',
  suspendData: '',
  lessons: [],
  progress: 0.5,
  isComplete: false,
  isPassed: true,
  score: 85,
  latestScore: 85,
  seconds: 61,
};

test.each([
  ['nothing yet', { isPassed: false, score: null }, 'incomplete', 'incomplete', 'unknown'],
  ['an assessment that was missed', { isPassed: false, score: 40 }, 'incomplete', 'incomplete', 'failed'],
  ['a lesson still to be read', {}, 'incomplete', 'incomplete', 'passed'],
  ['everything', { isComplete: true }, 'passed', 'completed', 'passed'],
])('the status after %s', (_when, some, lessonStatus, completion, success) => {
  const said = { ...SAID, ...some };
  expect(Object.fromEntries(SCORM_WORDS.scorm12.report(said))).toMatchObject({
    'cmi.core.lesson_status': lessonStatus,
  });
  expect(Object.fromEntries(SCORM_WORDS.scorm2004.report(said))).toMatchObject({
    'cmi.completion_status': completion,
    'cmi.success_status': success,
  });
});

function nested(before: string, values: Values): RuntimeData {
  const data: RuntimeData = {};
  for (const [name, value] of values) {
    const path = (before + name).split('.');
    let at = data;
    for (const part of path.slice(0, -1)) at = (at[part] ??= {}) as RuntimeData;
    at[path.at(-1)!] = value;
  }
  return data;
}
