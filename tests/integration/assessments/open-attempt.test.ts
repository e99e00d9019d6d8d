import { expect, test } from 'vitest';
import { amina, bruno } from '#db/seeds/cast.ts';
import { finishAttempt } from '#features/assessments/finish-attempt.ts';
import { openAttempt } from '#features/assessments/open-attempt.ts';
import { findAttempt, findOpenAttempt, listDrawnQuestions } from '#features/assessments/queries.ts';
import { beginModule } from '#features/learning/begin-module.ts';
import { moveToLatestEdition } from '#features/learning/move-to-latest-edition.ts';
import { newId } from '#platform/ids.ts';
import { insertPublishedModule } from '#tests/support/published-module.ts';
import { actAt } from '#tests/support/learner.ts';
import { aModuleToAssess, answerAll, assessedModule, everythingWritten, opened } from './scene.ts';

test('opening an attempt draws its questions and keeps the draw', async () => {
  const { db, versionId } = await aModuleToAssess();
  const attemptId = newId();
  const result = await openAttempt(db, actAt('10:00'), { code: 'm1', attemptId });

  expect(result).toMatchObject({ outcome: 'opened', attemptId });
  expect(await findOpenAttempt(db, amina.personId, 'm1')).toMatchObject({ id: attemptId, versionId, edition: 1 });
  const drawn = await listDrawnQuestions(db, attemptId);
  expect(drawn.map(({ position }) => position)).toEqual([1, 2]);
  expect(drawn.map(({ questionId }) => questionId)).toEqual(result.outcome === 'opened' && result.questionIds);
  expect(drawn.every(({ chosen, isRight }) => chosen.length === 0 && isRight === null)).toBe(true);
});

test('opening an attempt begins the module when it was not', async () => {
  const { db } = await aModuleToAssess();
  await opened(db);
  expect(await db.selectFrom('begun').select(['person_id', 'begun_on']).execute()).toEqual([
    { person_id: amina.personId, begun_on: '2026-11-23' },
  ]);
});

test('opening an attempt of a module already begun begins it once', async () => {
  const { db } = await aModuleToAssess();
  await beginModule(db, actAt('09:00'), { code: 'm1' });
  await opened(db);
  expect(await db.selectFrom('begun').select('begun_at').execute()).toEqual([{ begun_at: '2026-11-23T09:00:00.000Z' }]);
});

test('the same form sent twice opens one attempt and changes nothing more', async () => {
  const { db } = await aModuleToAssess();
  const { attemptId } = await opened(db);
  const before = await everythingWritten(db);
  const again = await openAttempt(db, actAt('10:01'), { code: 'm1', attemptId });
  expect(again).toEqual({ outcome: 'already-open', attemptId });
  expect(await everythingWritten(db)).toEqual(before);
});

test('the same form sent twice at once opens one attempt', async () => {
  const { db } = await aModuleToAssess();
  const attempt = { code: 'm1', attemptId: newId() };
  const results = await Promise.all([
    openAttempt(db, actAt('10:00'), attempt),
    openAttempt(db, actAt('10:00'), attempt),
  ]);
  expect(results.map(({ outcome }) => outcome)).toEqual(['opened', 'already-open']);
});

test('another form gives the attempt that is open, not a second one', async () => {
  const { db } = await aModuleToAssess();
  const { attemptId } = await opened(db);
  const before = await everythingWritten(db);
  const other = await openAttempt(db, actAt('10:05'), { code: 'm1', attemptId: newId() });
  expect(other).toEqual({ outcome: 'already-open', attemptId });
  expect(await everythingWritten(db)).toEqual(before);
});

test('a form sent again after the attempt was finished opens nothing', async () => {
  const { db } = await aModuleToAssess();
  const { attemptId } = await opened(db);
  await finishAttempt(db, actAt('10:20'), { attemptId });
  const again = await openAttempt(db, actAt('10:30'), { code: 'm1', attemptId });
  expect(again).toEqual({ outcome: 'already-finished', attemptId });
  expect(await findOpenAttempt(db, amina.personId, 'm1')).toBeNull();
});

test('a new attempt never asks all the same questions as the one before', async () => {
  const { db } = await aModuleToAssess();
  let previous: string[] = [];
  for (let round = 10; round < 20; round += 1) {
    const { attemptId, questionIds } = await opened(db, `${round}:00`);
    expect(questionIds.toSorted()).not.toEqual(previous.toSorted());
    await finishAttempt(db, actAt(`${round}:30`), { attemptId });
    previous = questionIds;
  }
});

test('a module that does not exist opens nothing', async () => {
  const { db } = await aModuleToAssess();
  expect(await openAttempt(db, actAt('10:00'), { code: 'm9', attemptId: newId() })).toEqual({
    outcome: 'no-such-module',
  });
  expect(await db.selectFrom('attempt').select('id').execute()).toEqual([]);
});

test('the id of somebody else’s attempt opens nothing and begins nothing', async () => {
  const { db } = await aModuleToAssess();
  const { attemptId } = await opened(db);
  const before = await everythingWritten(db);
  expect(await openAttempt(db, actAt('10:05', bruno), { code: 'm1', attemptId })).toEqual({ outcome: 'not-found' });
  expect(await everythingWritten(db)).toEqual(before);
});

test('a correction leaves the attempt that is open as it was drawn', async () => {
  const { db, versionId } = await aModuleToAssess();
  const { attemptId } = await opened(db);
  await insertPublishedModule(db, assessedModule({ title: 'Titre corrigé' }), { revision: 2 });
  expect(await openAttempt(db, actAt('10:30'), { code: 'm1', attemptId: newId() })).toEqual({
    outcome: 'already-open',
    attemptId,
  });
  expect(await findAttempt(db, attemptId)).toMatchObject({ versionId, finishedAt: null });
});

test('whoever moved to a newer edition gets a draw of it; what was open before is graded as it is', async () => {
  const { db } = await aModuleToAssess();
  const { attemptId: left } = await opened(db);
  await answerAll(db, left, { isRight: true });
  const versionId = await insertPublishedModule(db, assessedModule(), { edition: 2 });
  await moveToLatestEdition(db, actAt('11:00'), { code: 'm1' });
  const { attemptId } = await opened(db, '11:05');

  expect(await findAttempt(db, left)).toMatchObject({ edition: 1, isPassed: true, finishedAt: actAt('11:05').at });
  expect(await findAttempt(db, attemptId)).toMatchObject({ edition: 2, versionId, finishedAt: null });
});

test('an act of nobody is a fault of the program', async () => {
  const { db } = await aModuleToAssess();
  const act = { ...actAt('10:00'), by: null };
  await expect(openAttempt(db, act, { code: 'm1', attemptId: newId() })).rejects.toThrow('this act has none');
});
