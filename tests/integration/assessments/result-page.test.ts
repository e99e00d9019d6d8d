import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '#db/schema.ts';
import { amina, bruno } from '#db/seeds/cast.ts';
import { finishAttempt } from '#features/assessments/finish-attempt.ts';
import { loadResultPage } from '#features/assessments/load-result-page.ts';
import { markLessonRead } from '#features/learning/mark-lesson-read.ts';
import { moveToLatestEdition } from '#features/learning/move-to-latest-edition.ts';
import { actAt, TODAY } from '#tests/support/learner.ts';
import { insertPublishedModule, smallLesson } from '#tests/support/published-module.ts';
import { aModuleToAssess, answerAll, assessedModule, EXPLANATION, opened } from './scene.ts';

const show = (db: Kysely<Database>) => loadResultPage(db, amina.personId, { code: 'm1', today: TODAY });

test('there is no result before « Terminer »', async () => {
  const { db } = await aModuleToAssess();
  expect(await show(db)).toBeNull();
  const { attemptId } = await opened(db);
  await answerAll(db, attemptId, { isRight: true });
  expect(await show(db)).toBeNull();
});

test('the result tells what was chosen, what was right and why, and what to read again', async () => {
  const { db } = await aModuleToAssess();
  await finished(db, { isRight: false });
  const page = await show(db);

  expect(page).toMatchObject({ isPassed: false, rightCount: 0, questionCount: 2, percent: 0, neededCount: 1 });
  expect(page?.questions.map(({ isRight, isAnswered }) => ({ isRight, isAnswered }))).toEqual([
    { isRight: false, isAnswered: true },
    { isRight: false, isAnswered: true },
  ]);
  for (const { choices } of page?.questions ?? []) {
    expect(choices.every(({ explanation }) => explanation.startsWith(EXPLANATION))).toBe(true);
    expect(choices.filter(({ isChosen, isRight }) => isChosen && !isRight)).toHaveLength(1);
  }
  // Spread over the lessons, so each of the two is asked about.
  expect(page?.lessonsToRead.map(({ href }) => href)).toEqual(['/modules/m1/1', '/modules/m1/2']);
});

test('a question left without an answer is told apart from a wrong one', async () => {
  const { db } = await aModuleToAssess();
  await finishAttempt(db, actAt('10:20'), await opened(db));
  expect((await show(db))?.questions).toMatchObject([{ isAnswered: false }, { isAnswered: false }]);
});

test('passed but not all read: the lessons that remain', async () => {
  const { db } = await aModuleToAssess();
  await markLessonRead(db, actAt('09:00'), { code: 'm1', lesson: '01-reperer' });
  await finished(db, { isRight: true });
  expect(await show(db)).toMatchObject({
    isPassed: true,
    percent: 100,
    lessonsToRead: [],
    unread: [{ href: '/modules/m1/2', title: 'Leçon 02-orienter' }],
    attestationHref: null,
  });
});

test('completed: the attestation', async () => {
  const { db } = await aModuleToAssess();
  await finished(db, { isRight: true });
  for (const lesson of ['01-reperer', '02-orienter']) await markLessonRead(db, actAt('11:00'), { code: 'm1', lesson });
  const { id } = await db.selectFrom('completion').select('id').executeTakeFirstOrThrow();
  expect(await show(db)).toMatchObject({ unread: [], attestationHref: `/attestations/${id}` });
});

test('the result is that of the last attempt, even of two finished at the same instant', async () => {
  const { db } = await aModuleToAssess();
  await finished(db, { isRight: true });
  await finished(db, { isRight: false });
  expect(await show(db)).toMatchObject({ isPassed: false, hasPassed: true });
});

test('an attempt opened since can be taken up from the result', async () => {
  const { db } = await aModuleToAssess();
  await finished(db, { isRight: false });
  expect(await show(db)).toMatchObject({ inProgress: null });
  await opened(db, '11:00');
  expect(await show(db)).toMatchObject({ inProgress: { resumeHref: '/modules/m1/evaluation/1' } });
});

test('a lesson is named as it is read today; one that is no more has no link', async () => {
  const { db } = await aModuleToAssess();
  await finished(db, { isRight: false });
  const lessons = [{ ...smallLesson(1, '02-orienter', []), title: 'Titre corrigé' }];
  await insertPublishedModule(db, assessedModule({ lessons }), { revision: 2 });
  const page = await show(db);
  expect(page?.lessonsToRead).toMatchObject([{ href: '/modules/m1/1', title: 'Titre corrigé' }]);
  expect(page?.questions.find(({ lesson }) => lesson === '01-reperer')?.lessonLink).toBeNull();
});

test('the result of an edition that was left is not that of the one followed', async () => {
  const { db } = await aModuleToAssess();
  await finished(db, { isRight: true });
  await insertPublishedModule(db, assessedModule(), { edition: 2 });
  await moveToLatestEdition(db, actAt('11:00'), { code: 'm1' });
  expect(await show(db)).toBeNull();
});

test('nobody else sees it', async () => {
  const { db } = await aModuleToAssess();
  await finished(db, { isRight: true });
  expect(await loadResultPage(db, bruno.personId, { code: 'm1', today: TODAY })).toBeNull();
  expect(await loadResultPage(db, amina.personId, { code: 'm9', today: TODAY })).toBeNull();
});

async function finished(db: Kysely<Database>, answers: { isRight: boolean }): Promise<void> {
  const { attemptId } = await opened(db);
  await answerAll(db, attemptId, answers);
  await finishAttempt(db, actAt('10:20'), { attemptId });
}
