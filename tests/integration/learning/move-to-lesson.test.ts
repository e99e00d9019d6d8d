import { expect, test } from 'vitest';
import { beginModule } from '#features/learning/begin-module.ts';
import { moveToLesson } from '#features/learning/move-to-lesson.ts';
import { actAt } from '#tests/support/learner.ts';
import { insertPublishedModule, smallModule } from '#tests/support/published-module.ts';
import { aminaAndOneModule, everythingWritten } from './scene.ts';

const second = { code: 'm1', lesson: '02-orienter' };

test('moving to a lesson keeps the place there', async () => {
  const { db } = await aminaAndOneModule();
  await beginModule(db, actAt('10:00'), { code: 'm1' });
  expect(await moveToLesson(db, actAt('10:05'), second)).toEqual({ outcome: 'moved', number: 2 });
  expect(await db.selectFrom('place').select(['lesson', 'moved_at']).execute()).toEqual([
    { lesson: '02-orienter', moved_at: '2026-11-23T10:05:00.000Z' },
  ]);
});

test('moving there twice changes nothing', async () => {
  const { db } = await aminaAndOneModule();
  await beginModule(db, actAt('10:00'), { code: 'm1' });
  await moveToLesson(db, actAt('10:05'), second);
  const before = await everythingWritten(db);
  expect(await moveToLesson(db, actAt('10:06'), second)).toEqual({ outcome: 'already-there', number: 2 });
  expect(await everythingWritten(db)).toEqual(before);
});

test('there is no place in a module not begun, nor in a lesson or module that does not exist', async () => {
  const { db } = await aminaAndOneModule();
  expect(await moveToLesson(db, actAt('10:00'), second)).toEqual({ outcome: 'not-begun' });
  await beginModule(db, actAt('10:00'), { code: 'm1' });
  expect(await moveToLesson(db, actAt('10:01'), { code: 'm1', lesson: '09-rien' })).toEqual({
    outcome: 'no-such-lesson',
  });
  expect(await moveToLesson(db, actAt('10:01'), { code: 'm9', lesson: '02-orienter' })).toEqual({
    outcome: 'no-such-module',
  });
});

test('a page of another edition does not move the place', async () => {
  const { db } = await aminaAndOneModule();
  await beginModule(db, actAt('10:00'), { code: 'm1' });
  await insertPublishedModule(db, smallModule(), { edition: 2 });
  expect(await moveToLesson(db, actAt('10:05'), { ...second, edition: 2 })).toEqual({ outcome: 'other-edition' });
});
