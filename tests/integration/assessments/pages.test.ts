import { expect, test } from 'vitest';
import { amina, bruno } from '#db/seeds/cast.ts';
import { answerQuestion } from '#features/assessments/answer-question.ts';
import { finishAttempt } from '#features/assessments/finish-attempt.ts';
import { loadAssessmentPage } from '#features/assessments/load-assessment-page.ts';
import { loadEndPage } from '#features/assessments/load-end-page.ts';
import { loadQuestionPage } from '#features/assessments/load-question-page.ts';
import { listDrawnQuestions } from '#features/assessments/queries.ts';
import { beginModule } from '#features/learning/begin-module.ts';
import { moveToLatestEdition } from '#features/learning/move-to-latest-edition.ts';
import { newId } from '#platform/ids.ts';
import { actAt, TODAY } from '#tests/support/learner.ts';
import { insertPublishedModule } from '#tests/support/published-module.ts';
import { aModuleToAssess, answerAll, assessedModule, EXPLANATION, opened, rightChoices } from './scene.ts';

const me = amina.personId;

test('no page of an open attempt holds a key, whatever was answered', async () => {
  const { db } = await aModuleToAssess();
  const { attemptId } = await opened(db);
  await answerAll(db, attemptId, { isRight: false });
  const pages = [
    await loadAssessmentPage(db, me, { code: 'm1', today: TODAY }),
    await loadQuestionPage(db, me, { code: 'm1', position: '1', today: TODAY }),
    await loadQuestionPage(db, me, { code: 'm1', position: '2', today: TODAY }),
    await loadEndPage(db, me, { code: 'm1', today: TODAY }),
  ];
  expect(pages).not.toContain(null);
  expect(JSON.stringify(pages)).not.toContain(EXPLANATION);
  expect(JSON.stringify(pages)).not.toMatch(/isRight|explanation/);
});

test('a question page holds the same bytes whichever choice is the right one', async () => {
  const shown = await Promise.all(
    [['c1'], ['c2'], ['c3']].map(async (right) => {
      const pool = assessedModule().pool.map((question) => ({
        ...question,
        isMultiple: false,
        choices: question.choices.map((choice) => ({ ...choice, isRight: right.includes(choice.id) })),
      }));
      const { db } = await aModuleToAssess({ pool: pool.slice(0, 2), drawSize: 1 });
      await opened(db);
      const page = await loadQuestionPage(db, me, { code: 'm1', position: '1', today: TODAY });
      return JSON.stringify(page?.question).replaceAll(/e\d/g, 'e');
    }),
  );
  expect(new Set(shown).size).toBe(1);
});

test('a question page shows the saved answer, and what is answered', async () => {
  const { db } = await aModuleToAssess();
  const { attemptId, questionIds } = await opened(db);
  const choices = rightChoices(questionIds[1] ?? '');
  await answerQuestion(db, actAt('10:05'), { attemptId, position: 2, choices, eventId: newId() });
  expect(await loadQuestionPage(db, me, { code: 'm1', position: '2', today: TODAY })).toMatchObject({
    attemptId,
    position: 2,
    chosen: choices,
    marks: [
      { position: 1, isAnswered: false },
      { position: 2, isAnswered: true },
    ],
  });
});

test('each showing of a question sends an event of its own', async () => {
  const { db } = await aModuleToAssess();
  await opened(db);
  const show = () => loadQuestionPage(db, me, { code: 'm1', position: '1', today: TODAY });
  expect((await show())?.eventId).not.toBe((await show())?.eventId);
});

test.each(['0', '3', '01', 'a'])('there is no question %s', async (position) => {
  const { db } = await aModuleToAssess();
  await opened(db);
  expect(await loadQuestionPage(db, me, { code: 'm1', position, today: TODAY })).toBeNull();
});

test('nobody else sees the attempt', async () => {
  const { db } = await aModuleToAssess();
  await opened(db);
  expect(await loadQuestionPage(db, bruno.personId, { code: 'm1', position: '1', today: TODAY })).toBeNull();
  expect(await loadEndPage(db, bruno.personId, { code: 'm1', today: TODAY })).toBeNull();
});

test('the end announces what is unanswered', async () => {
  const { db } = await aModuleToAssess();
  const { attemptId } = await opened(db);
  expect(await loadEndPage(db, me, { code: 'm1', today: TODAY })).toMatchObject({ attemptId, unanswered: [1, 2] });
  await answerAll(db, attemptId, { isRight: false });
  expect(await loadEndPage(db, me, { code: 'm1', today: TODAY })).toMatchObject({ unanswered: [] });
});

test('before it is sat, the assessment says what it is', async () => {
  const { db } = await aModuleToAssess();
  expect(await loadAssessmentPage(db, me, { code: 'm9', today: TODAY })).toEqual({ outcome: 'not-found' });
  expect(await loadAssessmentPage(db, me, { code: 'm1', today: TODAY })).toEqual({ outcome: 'not-begun' });
  await beginModule(db, actAt('09:00'), { code: 'm1' });
  expect(await loadAssessmentPage(db, me, { code: 'm1', today: TODAY })).toMatchObject({
    outcome: 'shown',
    page: { questionCount: 2, poolSize: 6, passMark: 50, neededCount: 1, inProgress: null, hasResult: false },
  });
});

test('an attempt left is resumed at its first unanswered question, or at the end', async () => {
  const { db } = await aModuleToAssess();
  const { attemptId } = await opened(db);
  const resume = async () => {
    const result = await loadAssessmentPage(db, me, { code: 'm1', today: TODAY });
    return result.outcome === 'shown' && result.page.inProgress;
  };
  expect(await resume()).toEqual({ answeredCount: 0, questionCount: 2, resumeHref: '/modules/m1/evaluation/1' });
  const [first] = await listDrawnQuestions(db, attemptId);
  const choices = rightChoices(first?.questionId ?? '');
  await answerQuestion(db, actAt('10:05'), { attemptId, position: 1, choices, eventId: newId() });
  expect(await resume()).toMatchObject({ answeredCount: 1, resumeHref: '/modules/m1/evaluation/2' });
  await answerAll(db, attemptId, { isRight: true });
  expect(await resume()).toMatchObject({ answeredCount: 2, resumeHref: '/modules/m1/evaluation/fin' });
});

test('an attempt of an edition that was left is not taken up again', async () => {
  const { db } = await aModuleToAssess();
  await opened(db);
  await insertPublishedModule(db, assessedModule(), { edition: 2 });
  await moveToLatestEdition(db, actAt('11:00'), { code: 'm1' });
  expect(await loadAssessmentPage(db, me, { code: 'm1', today: TODAY })).toMatchObject({ page: { inProgress: null } });
  expect(await loadQuestionPage(db, me, { code: 'm1', position: '1', today: TODAY })).toBeNull();
  expect(await loadEndPage(db, me, { code: 'm1', today: TODAY })).toBeNull();
});

test('an attempt that a release « à refaire » has left behind is not gone on with', async () => {
  const { db } = await aModuleToAssess();
  await opened(db);
  expect(await loadQuestionPage(db, me, { code: 'm1', position: '1', today: TODAY })).not.toBeNull();
  await insertPublishedModule(db, assessedModule(), { edition: 2, redoFrom: '2026-11-23' });
  expect(await loadQuestionPage(db, me, { code: 'm1', position: '1', today: TODAY })).toBeNull();
  expect(await loadEndPage(db, me, { code: 'm1', today: TODAY })).toBeNull();
});

test('an assessment that was passed once stays passed', async () => {
  const { db } = await aModuleToAssess();
  const first = await opened(db);
  await answerAll(db, first.attemptId, { isRight: true });
  await finishAttempt(db, actAt('10:20'), first);
  await finishAttempt(db, actAt('11:20'), await opened(db, '11:00'));
  expect(await loadAssessmentPage(db, me, { code: 'm1', today: TODAY })).toMatchObject({
    page: { hasPassed: true, hasResult: true },
  });
});
