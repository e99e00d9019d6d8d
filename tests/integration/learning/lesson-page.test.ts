import { describe, expect, test } from 'vitest';
import { answerExercise } from '#features/learning/answer-exercise.ts';
import { beginModule } from '#features/learning/begin-module.ts';
import { chooseOption } from '#features/learning/choose-option.ts';
import { loadLessonPage, type LessonPage } from '#features/learning/load-lesson-page.ts';
import { markLessonRead } from '#features/learning/mark-lesson-read.ts';
import { actAt } from '#tests/support/learner.ts';
import { insertPublishedModule, smallModule } from '#tests/support/published-module.ts';
import { aminaAndOneModule, everythingWritten, insertFinishedAttempt } from './scene.ts';

const second = { code: 'm1', number: '2', isVisit: true };

async function begun() {
  const scene = await aminaAndOneModule();
  await beginModule(scene.db, actAt('10:00'), { code: 'm1' });
  const show = async (request = second): Promise<LessonPage> => {
    const result = await loadLessonPage(scene.db, actAt('10:10'), request);
    if (result.outcome !== 'shown') throw new Error(result.outcome);
    return result.page;
  };
  return { ...scene, show };
}

test('a lesson is shown with where one is and what stands around it', async () => {
  const { show } = await begun();
  expect(await show()).toMatchObject({
    lesson: { number: 2, slug: '02-orienter' },
    plan: [{}, {}],
    previous: { href: '/modules/m1/1' },
    next: null,
    readAt: null,
    unread: [{ number: 1 }],
    attestationHref: null,
  });
});

test('once read, it says when; once completed, it leads to the attestation', async () => {
  const { db, versionId, show } = await begun();
  await markLessonRead(db, actAt('10:01'), { code: 'm1', lesson: '01-reperer' });
  await insertFinishedAttempt(db, { versionId, isPassed: true, at: actAt('10:02').at });
  await markLessonRead(db, actAt('10:03'), { code: 'm1', lesson: '02-orienter' });
  expect(await show()).toMatchObject({
    readAt: '2026-11-23T10:03:00.000Z',
    unread: [],
    attestationHref: expect.stringMatching(/^\/attestations\/.+/),
  });
});

test('a lesson is not shown before the notice of its module', async () => {
  const { db } = await aminaAndOneModule();
  expect(await loadLessonPage(db, actAt('10:00'), second)).toEqual({ outcome: 'not-begun' });
});

test('after a release to redo, the notice of the new version comes first again', async () => {
  const { db } = await begun();
  await insertPublishedModule(db, smallModule(), { edition: 2, redoFrom: '2026-11-23' });
  expect(await loadLessonPage(db, actAt('10:05'), second)).toEqual({ outcome: 'not-begun' });
});

test.each([
  ['m1', '3'],
  ['m1', '02'],
  ['m1', 'x'],
  ['m9', '1'],
])('there is no lesson at /modules/%s/%s', async (code, number) => {
  const { db } = await begun();
  expect(await loadLessonPage(db, actAt('10:05'), { code, number, isVisit: true })).toEqual({ outcome: 'not-found' });
});

describe('the place', () => {
  test('is kept by a visit', async () => {
    const { db, show } = await begun();
    await show();
    expect(await db.selectFrom('place').select(['lesson', 'moved_at']).execute()).toEqual([
      { lesson: '02-orienter', moved_at: '2026-11-23T10:10:00.000Z' },
    ]);
  });

  test('is written only when it differs', async () => {
    const { db, show } = await begun();
    await show();
    const before = await everythingWritten(db);
    await loadLessonPage(db, actAt('10:20'), second);
    expect(await everythingWritten(db)).toEqual(before);
  });

  test('is not touched by a prefetch', async () => {
    const { db, show } = await begun();
    const before = await everythingWritten(db);
    await show({ ...second, isVisit: false });
    expect(await everythingWritten(db)).toEqual(before);
  });
});

describe('what a page holds of its exercises', () => {
  test('is no key, no explanation, no consequence and no scene ahead, before an answer', async () => {
    const { show } = await begun();
    const page = JSON.stringify(await show());
    expect(page).not.toMatch(/EXPLICATION|CONSEQUENCE|SCENE-ECOUTE|SCENE-RUMEUR|isRight|verdict|"next":"/);
    expect(page).toContain('SCENE-DEBUT');
  });

  test('is every explanation of the question answered, and of that one only', async () => {
    const { db, show } = await begun();
    await answerExercise(db, actAt('10:05'), { code: 'm1', block: 'une-seule', choices: ['c1'] });
    const page = JSON.stringify(await show());
    expect(page).toMatch(/EXPLICATION-A.*EXPLICATION-B/);
    expect(page).not.toMatch(/EXPLICATION-[CDE]/);
  });

  test('is the path taken in a case, and the scene it led to', async () => {
    const { db, show } = await begun();
    await chooseOption(db, actAt('10:05'), { code: 'm1', block: 'retour', scene: 'debut', option: 'o1' });
    const page = JSON.stringify(await show());
    expect(page).toMatch(/CONSEQUENCE-1.*SCENE-ECOUTE/);
    expect(page).not.toMatch(/CONSEQUENCE-[23]|SCENE-RUMEUR/);
  });

  test('is no answer given to a question that a correction turned into a case', async () => {
    const { db, show } = await begun();
    await answerExercise(db, actAt('10:05'), { code: 'm1', block: 'une-seule', choices: ['c1'] });
    const [reading, orienting] = smallModule().lessons;
    const blocks = orienting!.blocks.flatMap((block) =>
      block.kind === 'situation' ? [{ ...block, id: 'une-seule' }] : [],
    );
    await insertPublishedModule(db, smallModule({ lessons: [reading!, { ...orienting!, blocks }] }), { revision: 2 });
    expect((await show()).parts).toMatchObject([{ kind: 'situation', view: { walked: [] } }]);
  });
});
