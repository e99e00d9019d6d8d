import { expect, test } from 'vitest';
import { FIRST_WINDOW } from '#domain/progress/module-window.ts';
import { beginModule } from '#features/learning/begin-module.ts';
import { moveToLatestEdition } from '#features/learning/move-to-latest-edition.ts';
import { findFollowed } from '#features/learning/followed-version.ts';
import { markLessonRead } from '#features/learning/mark-lesson-read.ts';
import { amina } from '#db/seeds/cast.ts';
import { actAt, TODAY } from '#tests/support/learner.ts';
import { insertPublishedModule, smallLesson, smallModule } from '#tests/support/published-module.ts';
import { aminaAndOneModule, everythingWritten, insertFinishedAttempt } from './scene.ts';

test('beginning a module writes who, which version, when, the place and a line of the journal', async () => {
  const { db, versionId } = await aminaAndOneModule();
  // 23:30 UTC on the 23rd is the 24th in Paris.
  const result = await beginModule(db, actAt('23:30'), { code: 'm1' });

  expect(result).toEqual({
    outcome: 'begun',
    moduleId: 'module-m1',
    edition: 1,
    versionId,
    window: { from: FIRST_WINDOW, to: null },
  });
  expect(await db.selectFrom('begun').selectAll().execute()).toEqual([
    {
      person_id: amina.personId,
      module_id: 'module-m1',
      edition: 1,
      window_from: FIRST_WINDOW,
      version_id: versionId,
      begun_at: '2026-11-23T23:30:00.000Z',
      begun_on: '2026-11-24',
    },
  ]);
  expect(await db.selectFrom('place').select(['edition', 'lesson']).execute()).toEqual([{ edition: 1, lesson: null }]);
  expect(await db.selectFrom('journal').select('verb').where('actor_id', '=', amina.personId).execute()).toEqual([
    { verb: 'module:begin' },
  ]);
});

test('beginning twice changes nothing', async () => {
  const { db } = await aminaAndOneModule();
  await beginModule(db, actAt('10:00'), { code: 'm1' });
  const before = await everythingWritten(db);
  expect(await beginModule(db, actAt('10:05'), { code: 'm1' })).toMatchObject({ outcome: 'already-begun', edition: 1 });
  expect(await everythingWritten(db)).toEqual(before);
});

test('a module that does not exist is not begun', async () => {
  const { db } = await aminaAndOneModule();
  expect(await beginModule(db, actAt('10:00'), { code: 'm9' })).toEqual({ outcome: 'no-such-module' });
});

test('only a person begins a module', async () => {
  const { db } = await aminaAndOneModule();
  await expect(beginModule(db, { ...actAt('10:00'), by: null }, { code: 'm1' })).rejects.toThrow('Only a person');
});

test('somebody in progress stays in their edition after a material release, and sees its corrections', async () => {
  const { db } = await aminaAndOneModule();
  await beginModule(db, actAt('10:00'), { code: 'm1' });
  await insertPublishedModule(db, smallModule(), { edition: 2 });
  const correction = await insertPublishedModule(db, smallModule({ title: 'Corrigé' }), { revision: 2 });

  expect(await beginModule(db, actAt('10:05'), { code: 'm1' })).toMatchObject({ outcome: 'already-begun', edition: 1 });
  expect(await findFollowed(db, amina.personId, { code: 'm1', today: TODAY })).toMatchObject({
    version: { id: correction, edition: 1 },
  });
});

test('after a release to redo, beginning again begins the new edition', async () => {
  const { db } = await aminaAndOneModule();
  await beginModule(db, actAt('10:00'), { code: 'm1' });
  await markLessonRead(db, actAt('10:01'), { code: 'm1', lesson: '01-reperer' });
  await insertPublishedModule(db, smallModule(), { edition: 2, redoFrom: '2026-11-23' });

  expect(await beginModule(db, actAt('10:05'), { code: 'm1' })).toMatchObject({ outcome: 'begun', edition: 2 });
  expect(await db.selectFrom('place').select(['edition', 'lesson']).execute()).toEqual([{ edition: 2, lesson: null }]);
  expect(await db.selectFrom('lesson_read').select('edition').execute()).toEqual([{ edition: 1 }]);
});

test('coming back completes the module when a correction took away the one lesson that was missing', async () => {
  const { db, versionId } = await aminaAndOneModule();
  await markLessonRead(db, actAt('10:00'), { code: 'm1', lesson: '01-reperer' });
  await insertFinishedAttempt(db, { versionId, isPassed: true, at: actAt('10:01').at });
  await insertPublishedModule(db, smallModule({ lessons: [smallLesson(1, '01-reperer', [])] }), { revision: 2 });

  await beginModule(db, actAt('10:05'), { code: 'm1' });
  expect(await db.selectFrom('completion').select('completed_at').execute()).toEqual([
    { completed_at: '2026-11-23T10:05:00.000Z' },
  ]);
});

test('the new version is begun only when the person accepts it; the old progress stays recorded', async () => {
  const { db } = await aminaAndOneModule();
  await markLessonRead(db, actAt('10:00'), { code: 'm1', lesson: '01-reperer' });
  await insertPublishedModule(db, smallModule(), { edition: 2 });

  expect(await moveToLatestEdition(db, actAt('10:05'), { code: 'm1' })).toEqual({ outcome: 'moved', edition: 2 });
  expect(await findFollowed(db, amina.personId, { code: 'm1', today: TODAY })).toMatchObject({
    version: { edition: 2 },
  });
  expect(await db.selectFrom('begun').select('edition').orderBy('edition').execute()).toEqual([
    { edition: 1 },
    { edition: 2 },
  ]);
  expect(await db.selectFrom('lesson_read').select(['edition', 'lesson']).execute()).toEqual([
    { edition: 1, lesson: '01-reperer' },
  ]);
  const before = await everythingWritten(db);
  expect(await moveToLatestEdition(db, actAt('10:06'), { code: 'm1' })).toEqual({
    outcome: 'already-latest',
    edition: 2,
  });
  expect(await everythingWritten(db)).toEqual(before);
});

test('nobody moves to the latest version of a module they have not begun, or that does not exist', async () => {
  const { db } = await aminaAndOneModule();
  expect(await moveToLatestEdition(db, actAt('10:00'), { code: 'm1' })).toEqual({ outcome: 'not-begun' });
  expect(await moveToLatestEdition(db, actAt('10:00'), { code: 'm9' })).toEqual({ outcome: 'no-such-module' });
});
