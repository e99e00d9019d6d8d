import { expect, test } from 'vitest';
import { amina, bruno } from '#db/seeds/cast.ts';
import { answerQuestion } from '#features/assessments/answer-question.ts';
import { finishAttempt } from '#features/assessments/finish-attempt.ts';
import { findAttempt, listDrawnQuestions } from '#features/assessments/queries.ts';
import { markLessonRead } from '#features/learning/mark-lesson-read.ts';
import { newId } from '#platform/ids.ts';
import { insertPublishedModule, smallLesson } from '#tests/support/published-module.ts';
import { actAt } from '#tests/support/learner.ts';
import {
  aModuleToAssess,
  answerAll,
  assessedModule,
  everythingWritten,
  opened,
  poolQuestion,
  rightChoices,
} from './scene.ts';

const LESSONS = ['01-reperer', '02-orienter'];

test('finishing grades each question, the score and whether it is passed', async () => {
  const { db } = await aModuleToAssess();
  const { attemptId, questionIds } = await opened(db);
  const choices = rightChoices(questionIds[1] ?? '');
  await answerQuestion(db, actAt('10:05'), { attemptId, position: 2, choices, eventId: newId() });

  expect(await finishAttempt(db, actAt('10:20'), { attemptId })).toEqual({
    outcome: 'passed',
    code: 'm1',
    completionId: null,
  });
  expect(await findAttempt(db, attemptId)).toMatchObject({
    rightCount: 1,
    isPassed: true,
    finishedAt: actAt('10:20').at,
  });
  expect((await listDrawnQuestions(db, attemptId)).map(({ isRight }) => isRight)).toEqual([false, true]);
});

test('finishing without an answer fails, and leaves the module in progress', async () => {
  const { db } = await aModuleToAssess();
  for (const lesson of LESSONS) await markLessonRead(db, actAt('09:00'), { code: 'm1', lesson });
  const { attemptId } = await opened(db);
  expect(await finishAttempt(db, actAt('10:20'), { attemptId })).toEqual({ outcome: 'failed', code: 'm1' });
  expect(await findAttempt(db, attemptId)).toMatchObject({ rightCount: 0, isPassed: false });
  expect((await listDrawnQuestions(db, attemptId)).map(({ isRight }) => isRight)).toEqual([false, false]);
  expect(await db.selectFrom('completion').select('id').execute()).toEqual([]);
});

test('the answer that counts is the last one', async () => {
  const { db } = await aModuleToAssess();
  const { attemptId } = await opened(db);
  await answerAll(db, attemptId, { isRight: true });
  await answerAll(db, attemptId, { isRight: false });
  expect(await finishAttempt(db, actAt('10:20'), { attemptId })).toMatchObject({ outcome: 'failed' });
});

test('finishing twice changes nothing', async () => {
  const { db } = await aModuleToAssess();
  const { attemptId } = await opened(db);
  await answerAll(db, attemptId, { isRight: true });
  await finishAttempt(db, actAt('10:20'), { attemptId });
  const before = await everythingWritten(db);
  expect(await finishAttempt(db, actAt('10:21'), { attemptId })).toEqual({ outcome: 'already-finished', code: 'm1' });
  expect(await everythingWritten(db)).toEqual(before);
});

test('somebody else’s attempt is not found, nor one that does not exist', async () => {
  const { db } = await aModuleToAssess();
  const { attemptId } = await opened(db);
  const before = await everythingWritten(db);
  expect(await finishAttempt(db, actAt('10:20', bruno), { attemptId })).toEqual({ outcome: 'not-found' });
  expect(await finishAttempt(db, actAt('10:20'), { attemptId: newId() })).toEqual({ outcome: 'not-found' });
  expect(await everythingWritten(db)).toEqual(before);
});

test('lessons then attempt: the attempt writes the completion', async () => {
  const { db, versionId } = await aModuleToAssess();
  for (const lesson of LESSONS) await markLessonRead(db, actAt('09:00'), { code: 'm1', lesson });
  const { attemptId } = await opened(db);
  await answerAll(db, attemptId, { isRight: true });
  const finished = await finishAttempt(db, actAt('10:20'), { attemptId });

  const completions = await db.selectFrom('completion').selectAll().execute();
  expect(completions).toMatchObject([
    { person_id: amina.personId, edition: 1, version_id: versionId, completed_at: actAt('10:20').at },
  ]);
  expect(finished).toEqual({ outcome: 'passed', code: 'm1', completionId: completions[0]?.id });
});

test('attempt then lessons: the last lesson writes the completion', async () => {
  const { db, versionId } = await aModuleToAssess();
  const { attemptId } = await opened(db);
  await answerAll(db, attemptId, { isRight: true });
  expect(await finishAttempt(db, actAt('10:20'), { attemptId })).toMatchObject({ completionId: null });
  await markLessonRead(db, actAt('10:30'), { code: 'm1', lesson: '01-reperer' });
  expect(await db.selectFrom('completion').select('id').execute()).toEqual([]);

  const last = await markLessonRead(db, actAt('10:40'), { code: 'm1', lesson: '02-orienter' });
  const completions = await db.selectFrom('completion').selectAll().execute();
  expect(completions).toMatchObject([{ version_id: versionId, completed_at: actAt('10:40').at }]);
  expect(last).toMatchObject({ completionId: completions[0]?.id });
});

test('failing after having passed takes no completion back', async () => {
  const { db } = await aModuleToAssess();
  for (const lesson of LESSONS) await markLessonRead(db, actAt('09:00'), { code: 'm1', lesson });
  const first = await opened(db);
  await answerAll(db, first.attemptId, { isRight: true });
  await finishAttempt(db, actAt('10:20'), first);
  const second = await opened(db, '11:00');
  expect(await finishAttempt(db, actAt('11:20'), second)).toMatchObject({ outcome: 'failed' });
  expect(await db.selectFrom('completion').select('completed_at').execute()).toEqual([
    { completed_at: actAt('10:20').at },
  ]);
});

test('an attempt is graded by the version it was drawn from, whatever was published since', async () => {
  const { db } = await aModuleToAssess();
  const { attemptId } = await opened(db);
  await answerAll(db, attemptId, { isRight: true });
  const pool = ['e1', 'e2', 'e3', 'e4', 'e5', 'e6'].map((id) => poolQuestion(id, '01-reperer', ['c1']));
  await insertPublishedModule(db, assessedModule({ pool, passMark: 100 }), { revision: 2 });
  expect(await finishAttempt(db, actAt('10:40'), { attemptId })).toMatchObject({ outcome: 'passed' });
});

test('the lessons that count are those of the latest correction, which the completion names', async () => {
  const { db } = await aModuleToAssess();
  await markLessonRead(db, actAt('09:00'), { code: 'm1', lesson: '01-reperer' });
  const { attemptId } = await opened(db);
  await answerAll(db, attemptId, { isRight: true });
  const lessons = [smallLesson(1, '01-reperer', [])];
  const corrected = await insertPublishedModule(db, assessedModule({ lessons }), { revision: 2 });
  expect(await finishAttempt(db, actAt('10:40'), { attemptId })).toMatchObject({ outcome: 'passed' });
  expect(await db.selectFrom('completion').select('version_id').execute()).toEqual([{ version_id: corrected }]);
});

test('finishing is undone with the transaction it is part of', async () => {
  const { db } = await aModuleToAssess();
  const { attemptId } = await opened(db);
  await answerAll(db, attemptId, { isRight: true });
  const before = await everythingWritten(db);
  await expect(db.transaction().execute(finishThenFail)).rejects.toThrow('power cut');
  expect(await everythingWritten(db)).toEqual(before);

  async function finishThenFail(trx: Parameters<typeof finishAttempt>[0]) {
    await finishAttempt(trx, actAt('10:20'), { attemptId });
    throw new Error('power cut');
  }
});
