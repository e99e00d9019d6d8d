import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '#db/schema.ts';
import { bruno } from '#db/seeds/cast.ts';
import { answerQuestion, type AnswerToSave } from '#features/assessments/answer-question.ts';
import { finishAttempt } from '#features/assessments/finish-attempt.ts';
import { openAttempt } from '#features/assessments/open-attempt.ts';
import { listDrawnQuestions } from '#features/assessments/queries.ts';
import { newId } from '#platform/ids.ts';
import { insertPublishedModule } from '#tests/support/published-module.ts';
import { actAt } from '#tests/support/learner.ts';
import { aModuleToAssess, assessedModule, everythingWritten, opened, poolQuestion } from './scene.ts';

const POOL = ['e1', 'e2', 'e3', 'e4'].map((id) => poolQuestion(id, '01-reperer'));

test('an answer is saved and counts', async () => {
  const { db, answer } = await anAnswer();
  expect(await answerQuestion(db, actAt('10:05'), answer)).toEqual({
    outcome: 'saved',
    code: 'm1',
    position: 1,
    questionCount: 2,
  });
  expect(await chosenAt(db, answer)).toEqual(['c1']);
});

test('the same event twice changes nothing', async () => {
  const { db, answer } = await anAnswer();
  await answerQuestion(db, actAt('10:05'), answer);
  const before = await everythingWritten(db);
  expect(await answerQuestion(db, actAt('10:06'), answer)).toMatchObject({ outcome: 'already-saved', position: 1 });
  expect(await everythingWritten(db)).toEqual(before);
});

test('the same event twice at once is one answer', async () => {
  const { db, answer } = await anAnswer();
  const results = await Promise.all([1, 2].map(() => answerQuestion(db, actAt('10:05'), answer)));
  expect(results.map(({ outcome }) => outcome)).toEqual(['saved', 'already-saved']);
});

test('an answer can be changed; the last one counts and the others are kept', async () => {
  const { db, answer } = await anAnswer();
  await answerQuestion(db, actAt('10:05'), answer);
  await answerQuestion(db, actAt('10:06'), { ...answer, choices: ['c2'], eventId: newId() });
  expect(await chosenAt(db, answer)).toEqual(['c2']);
  expect(await db.selectFrom('attempt_answer').select('sequence').orderBy('sequence').execute()).toEqual([
    { sequence: 1 },
    { sequence: 2 },
  ]);
});

test('an old event that comes again does not overwrite a later answer', async () => {
  const { db, answer } = await anAnswer();
  await answerQuestion(db, actAt('10:05'), answer);
  await answerQuestion(db, actAt('10:06'), { ...answer, choices: ['c2'], eventId: newId() });
  expect(await answerQuestion(db, actAt('10:07'), answer)).toMatchObject({ outcome: 'already-saved' });
  expect(await chosenAt(db, answer)).toEqual(['c2']);
});

test('the same event with other choices is refused rather than lost', async () => {
  const { db, answer } = await anAnswer();
  await answerQuestion(db, actAt('10:05'), answer);
  const changed = { ...answer, choices: ['c3'] };
  expect(await answerQuestion(db, actAt('10:06'), changed)).toEqual({ outcome: 'event-reused' });
  expect(await chosenAt(db, answer)).toEqual(['c1']);
});

test('the same event for another question is refused', async () => {
  const { db, answer } = await anAnswer();
  await answerQuestion(db, actAt('10:05'), answer);
  expect(await answerQuestion(db, actAt('10:06'), { ...answer, position: 2 })).toEqual({ outcome: 'event-reused' });
});

test('several choices are one answer, whatever their order', async () => {
  const { db, answer } = await anAnswer(true);
  const several = { ...answer, choices: ['c3', 'c1', 'c3'] };
  expect(await answerQuestion(db, actAt('10:05'), several)).toMatchObject({ outcome: 'saved' });
  expect(await chosenAt(db, answer)).toEqual(['c1', 'c3']);
  const reordered = { ...answer, choices: ['c1', 'c3'] };
  expect(await answerQuestion(db, actAt('10:06'), reordered)).toMatchObject({ outcome: 'already-saved' });
});

test.each([
  { title: 'no choice', choices: [] },
  { title: 'two choices where one is asked', choices: ['c1', 'c2'] },
  { title: 'a choice that the question does not have', choices: ['c9'] },
])('$title is not an answer', async ({ choices }) => {
  const { db, answer } = await anAnswer();
  expect(await answerQuestion(db, actAt('10:05'), { ...answer, choices })).toEqual({ outcome: 'not-an-answer' });
  expect(await chosenAt(db, answer)).toEqual([]);
});

test('a question that was not drawn cannot be answered', async () => {
  const { db, answer } = await anAnswer();
  expect(await answerQuestion(db, actAt('10:05'), { ...answer, position: 3 })).toEqual({ outcome: 'no-such-question' });
});

test('a finished attempt takes no answer any more', async () => {
  const { db, answer } = await anAnswer();
  await finishAttempt(db, actAt('10:05'), answer);
  const before = await everythingWritten(db);
  expect(await answerQuestion(db, actAt('10:06'), answer)).toEqual({ outcome: 'already-finished', code: 'm1' });
  expect(await everythingWritten(db)).toEqual(before);
});

test('somebody else’s attempt is not found, nor one that does not exist', async () => {
  const { db, answer } = await anAnswer();
  expect(await answerQuestion(db, actAt('10:05', bruno), answer)).toEqual({ outcome: 'not-found' });
  const nowhere = { ...answer, attemptId: newId() };
  expect(await answerQuestion(db, actAt('10:05'), nowhere)).toEqual({ outcome: 'not-found' });
  expect(await chosenAt(db, answer)).toEqual([]);
});

test('somebody else’s event id tells nothing of what they answered', async () => {
  const { db, answer } = await anAnswer();
  await answerQuestion(db, actAt('10:05'), answer);
  const attemptId = newId();
  await openAttempt(db, actAt('10:06', bruno), { code: 'm1', attemptId });
  const results = await Promise.all(
    [['c1'], ['c2']].map((choices) => answerQuestion(db, actAt('10:07', bruno), { ...answer, attemptId, choices })),
  );
  expect(results).toEqual([{ outcome: 'event-reused' }, { outcome: 'event-reused' }]);
});

test('the choices are those of the version that was drawn, whatever was published since', async () => {
  const { db, answer } = await anAnswer();
  const pool = POOL.map((question) => ({ ...question, choices: question.choices.slice(0, 2) }));
  await insertPublishedModule(db, assessedModule({ pool }), { revision: 2 });
  const third = { ...answer, choices: ['c3'] };
  expect(await answerQuestion(db, actAt('10:30'), third)).toMatchObject({ outcome: 'saved' });
});

/** An attempt of Amina's, and an answer to its first question. */
async function anAnswer(isMultiple = false): Promise<{ db: Kysely<Database>; answer: AnswerToSave }> {
  const { db } = await aModuleToAssess({ pool: POOL.map((question) => ({ ...question, isMultiple })) });
  const { attemptId } = await opened(db);
  return { db, answer: { attemptId, position: 1, choices: ['c1'], eventId: newId() } };
}

async function chosenAt(db: Kysely<Database>, { attemptId, position }: AnswerToSave): Promise<string[] | undefined> {
  return (await listDrawnQuestions(db, attemptId)).find((drawn) => drawn.position === position)?.chosen;
}
