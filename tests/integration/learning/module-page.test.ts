import { expect, test } from 'vitest';
import { amina } from '#db/seeds/cast.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { beginModule } from '#features/learning/begin-module.ts';
import { loadModulePage } from '#features/learning/load-module-page.ts';
import { markLessonRead } from '#features/learning/mark-lesson-read.ts';
import { moveToLatestEdition } from '#features/learning/move-to-latest-edition.ts';
import { moveToLesson } from '#features/learning/move-to-lesson.ts';
import { findResumeAddress } from '#features/learning/resume-address.ts';
import { actAt, TODAY } from '#tests/support/learner.ts';
import { insertPublishedModule, smallModule } from '#tests/support/published-module.ts';
import { aminaAndOneModule, insertFinishedAttempt } from './scene.ts';

const asked = { code: 'm1', today: '2026-11-23' as CivilDate };
const { personId } = amina;

async function completed() {
  const scene = await aminaAndOneModule();
  await markLessonRead(scene.db, actAt('10:00'), { code: 'm1', lesson: '01-reperer' });
  await insertFinishedAttempt(scene.db, { versionId: scene.versionId, isPassed: true, at: actAt('10:01').at });
  await markLessonRead(scene.db, actAt('10:02'), { code: 'm1', lesson: '02-orienter' });
  return scene;
}

test('a module not begun shows its notice and offers to begin', async () => {
  const { db } = await aminaAndOneModule();
  expect(await loadModulePage(db, personId, asked)).toMatchObject({
    next: 'begin',
    isBegun: false,
    notice: { topics: ['harcèlement sexuel'], intensity: 2 },
    workingNotice: 'Version de travail.',
    plan: [{ readAt: null }, { readAt: null }],
  });
});

test('a module in progress offers to resume, with what was read', async () => {
  const { db } = await aminaAndOneModule();
  await markLessonRead(db, actAt('10:00'), { code: 'm1', lesson: '01-reperer' });
  expect(await loadModulePage(db, personId, asked)).toMatchObject({
    next: 'resume',
    plan: [{ readAt: '2026-11-23T10:00:00.000Z' }, { readAt: null }],
    newer: null,
  });
});

test('a completed module offers a review and its attestation', async () => {
  const { db } = await completed();
  expect(await loadModulePage(db, personId, asked)).toMatchObject({
    next: 'review',
    doneOn: '2026-11-23',
    attestationHref: expect.stringMatching(/^\/attestations\/.+/),
    isPassed: true,
  });
});

test('a newer version is offered with its note, not imposed', async () => {
  const { db } = await completed();
  await insertPublishedModule(db, smallModule({ title: 'Nouveau' }), { edition: 2, note: 'Un chapitre de plus.' });
  expect(await loadModulePage(db, personId, asked)).toMatchObject({
    title: 'Détecter et orienter',
    next: 'review',
    newer: { note: 'Un chapitre de plus.' },
  });

  await moveToLatestEdition(db, actAt('11:00'), { code: 'm1' });
  expect(await loadModulePage(db, personId, asked)).toMatchObject({
    title: 'Nouveau',
    next: 'resume',
    newer: null,
    standing: { state: 'completed', isEarlierEdition: true },
    attestationHref: expect.stringMatching(/^\/attestations\/.+/),
  });
});

test('a module to redo says why and offers to begin the new version', async () => {
  const { db } = await completed();
  await insertPublishedModule(db, smallModule({ title: 'Nouveau' }), {
    edition: 2,
    redoFrom: '2026-11-23',
    note: 'La loi a changé.',
  });
  expect(await loadModulePage(db, personId, asked)).toMatchObject({
    title: 'Nouveau',
    next: 'begin',
    redo: { note: 'La loi a changé.' },
    plan: [{ readAt: null }, { readAt: null }],
    isPassed: false,
  });
});

test('the modules to follow before are named', async () => {
  const { db } = await aminaAndOneModule();
  await insertPublishedModule(db, smallModule({ code: 'm2', slug: 'suite', prerequisites: ['detecter-et-orienter'] }));
  expect(await loadModulePage(db, personId, { ...asked, code: 'm2' })).toMatchObject({
    prerequisites: [{ title: 'Détecter et orienter', href: '/modules/m1' }],
  });
});

test('the page of a module holds no question and no answer', async () => {
  const { db } = await aminaAndOneModule();
  expect(JSON.stringify(await loadModulePage(db, personId, asked))).not.toMatch(/EXPLICATION|SCENE|CONSEQUENCE/);
});

test('there is no page for a module that does not exist', async () => {
  const { db } = await aminaAndOneModule();
  expect(await loadModulePage(db, personId, { ...asked, code: 'm9' })).toBeNull();
});

test('resuming leads to the place left, the next unread lesson, the assessment, then the module', async () => {
  const { db, versionId } = await aminaAndOneModule();
  const resume = () => findResumeAddress(db, personId, { code: 'm1', today: TODAY });
  expect(await resume()).toBe('/modules/m1');
  await beginModule(db, actAt('10:00'), { code: 'm1' });
  expect(await resume()).toBe('/modules/m1/1');
  await moveToLesson(db, actAt('10:01'), { code: 'm1', lesson: '02-orienter' });
  expect(await resume()).toBe('/modules/m1/2');
  await markLessonRead(db, actAt('10:02'), { code: 'm1', lesson: '02-orienter' });
  expect(await resume()).toBe('/modules/m1/1');
  await markLessonRead(db, actAt('10:03'), { code: 'm1', lesson: '01-reperer' });
  expect(await resume()).toBe('/modules/m1/evaluation');
  await insertFinishedAttempt(db, { versionId, isPassed: true, at: actAt('10:04').at });
  expect(await resume()).toBe('/modules/m1');
  expect(await findResumeAddress(db, personId, { code: 'm9', today: TODAY })).toBe('/modules/m9');
});
