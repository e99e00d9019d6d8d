import { expect, test } from 'vitest';
import { parseInstant } from '#domain/time/instant.ts';
import { answerStatement, cmi5Statement, type Cmi5Verb } from '#features/delivery/client/cmi5/statements.ts';

const CATEGORIES = 'https://w3id.org/xapi/cmi5/context/categories/';
const LMS_CATEGORY = { id: 'https://lms.example/session' };
const SITTING = {
  launch: { actor: { account: {} }, registration: 'r', activityId: 'https://lms.example/activities/1' },
  data: {
    contextTemplate: { contextActivities: { category: [LMS_CATEGORY] }, extensions: { session: 's' } },
    masteryScore: 0.8,
  },
};
const MADE = { id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301', at: parseInstant('2026-11-27T08:00:00Z') };

test.each<[Cmi5Verb, object | undefined, string[]]>([
  ['initialized', undefined, ['cmi5']],
  ['completed', { completion: true, duration: 'PT75S' }, ['cmi5', 'moveon']],
  [
    'passed',
    { success: true, duration: 'PT75S', score: { scaled: 0.85, raw: 85, min: 0, max: 100 } },
    ['cmi5', 'moveon'],
  ],
  [
    'failed',
    { success: false, duration: 'PT75S', score: { scaled: 0.85, raw: 85, min: 0, max: 100 } },
    ['cmi5', 'moveon'],
  ],
  ['terminated', { duration: 'PT75S' }, ['cmi5']],
])('%s has its result (cmi5 9.5) and its categories (9.6.2), and keeps those of the system', (verb, result, names) => {
  const said = cmi5Statement(SITTING, MADE, verb, { seconds: 75, score: 85 });
  expect(said.result).toEqual(result);
  expect(said.timestamp).toBe('2026-11-27T08:00:00.000Z');
  const isJudged = verb === 'passed' || verb === 'failed';
  expect(said.context).toEqual({
    registration: 'r',
    contextActivities: { category: [LMS_CATEGORY, ...names.map((name) => ({ id: CATEGORIES + name }))] },
    extensions: {
      session: 's',
      ...(isJudged && { 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore': 0.8 }),
    },
  });
});

test('an answer is an interaction of xAPI, without the category of cmi5 (7.1.3)', () => {
  const said = answerStatement(SITTING, MADE.id, {
    id: 'e03',
    description: 'Que faites-vous ?',
    lesson: '03-les-premiers-instants',
    isMultiple: true,
    chosen: ['c1', 'c2'],
    right: ['c1', 'c3'],
    isRight: false,
    at: MADE.at,
    latency: 9,
  });
  expect(said.object).toMatchObject({
    id: 'https://lms.example/activities/1/questions/e03',
    definition: { interactionType: 'choice', correctResponsesPattern: ['c1[,]c3'] },
  });
  expect(said.result).toEqual({ response: 'c1[,]c2', success: false, duration: 'PT9S' });
  expect(said.context).toMatchObject({ contextActivities: { category: [LMS_CATEGORY] } });
});
