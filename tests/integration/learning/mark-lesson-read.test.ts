import { expect, test } from 'vitest';
import { amina } from '#db/seeds/cast.ts';
import { FIRST_WINDOW } from '#domain/progress/module-window.ts';
import { beginModule } from '#features/learning/begin-module.ts';
import { markLessonRead } from '#features/learning/mark-lesson-read.ts';
import { recordCompletionWhenDue } from '#features/learning/record-completion-when-due.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { actAt } from '#tests/support/learner.ts';
import { insertPublishedModule, smallLesson, smallModule } from '#tests/support/published-module.ts';
import { aminaAndOneModule, everythingWritten, insertFinishedAttempt } from './scene.ts';

const first = { code: 'm1', lesson: '01-reperer' };
const second = { code: 'm1', lesson: '02-orienter' };

test('marking a lesson as read begins the module when needed', async () => {
  const { db } = await aminaAndOneModule();
  expect(await markLessonRead(db, actAt('10:00'), second)).toEqual({ outcome: 'read', number: 2, completionId: null });
  expect(await db.selectFrom('begun').select('edition').execute()).toEqual([{ edition: 1 }]);
  expect(await db.selectFrom('lesson_read').select(['lesson', 'read_at']).execute()).toEqual([
    { lesson: '02-orienter', read_at: '2026-11-23T10:00:00.000Z' },
  ]);
});

test('marking it twice keeps the first time', async () => {
  const { db } = await aminaAndOneModule();
  await markLessonRead(db, actAt('10:00'), first);
  const before = await everythingWritten(db);
  expect(await markLessonRead(db, actAt('10:05'), first)).toMatchObject({ outcome: 'read' });
  expect(await everythingWritten(db)).toEqual(before);
});

test('a lesson or a module that does not exist is not marked', async () => {
  const { db } = await aminaAndOneModule();
  const before = await everythingWritten(db);
  expect(await markLessonRead(db, actAt('10:00'), { code: 'm1', lesson: '09-rien' })).toEqual({
    outcome: 'no-such-lesson',
  });
  expect(await markLessonRead(db, actAt('10:00'), { code: 'm9', lesson: '01-reperer' })).toEqual({
    outcome: 'no-such-lesson',
  });
  expect(await everythingWritten(db)).toEqual(before);
});

test('a page of another edition than the one followed marks nothing', async () => {
  const { db } = await aminaAndOneModule();
  await beginModule(db, actAt('10:00'), { code: 'm1' });
  await insertPublishedModule(db, smallModule(), { edition: 2, redoFrom: '2026-11-23' });
  expect(await markLessonRead(db, actAt('10:05'), { ...first, edition: 1 })).toEqual({ outcome: 'other-edition' });
  expect(await db.selectFrom('lesson_read').selectAll().execute()).toEqual([]);
});

test('the last lesson completes the module when an attempt is passed, once, with version and rule', async () => {
  const { db, versionId } = await aminaAndOneModule();
  await markLessonRead(db, actAt('10:00'), first);
  await insertFinishedAttempt(db, { versionId, isPassed: true, at: actAt('10:01').at });
  const read = await markLessonRead(db, actAt('23:30'), second);

  const completions = await db.selectFrom('completion').selectAll().execute();
  expect(completions).toEqual([
    {
      id: expect.any(String),
      person_id: amina.personId,
      module_id: 'module-m1',
      edition: 1,
      window_from: FIRST_WINDOW,
      version_id: versionId,
      rule: 'all-lessons-read-and-attempt-passed',
      completed_at: '2026-11-23T23:30:00.000Z',
      completed_on: '2026-11-24',
      done_on: '2026-11-24',
      withdrawn_at: null,
      withdrawn_on: null,
      withdrawn_by: null,
      withdrawn_reason: null,
    },
  ]);
  expect(read).toEqual({ outcome: 'read', number: 2, completionId: completions[0]?.id });

  const before = await everythingWritten(db);
  expect(await markLessonRead(db, actAt('23:40'), second)).toEqual(read);
  expect(await everythingWritten(db)).toEqual(before);
});

test('a failed attempt, or one of another edition, completes nothing', async () => {
  const { db, versionId } = await aminaAndOneModule();
  await insertFinishedAttempt(db, { versionId, isPassed: false, at: actAt('10:00').at });
  await insertFinishedAttempt(db, { versionId, isPassed: true, edition: 2, at: actAt('10:01').at });
  await markLessonRead(db, actAt('10:02'), first);
  expect(await markLessonRead(db, actAt('10:03'), second)).toMatchObject({ completionId: null });
});

test('a completion stays when a correction adds a lesson', async () => {
  const { db, versionId } = await aminaAndOneModule();
  await insertFinishedAttempt(db, { versionId, isPassed: true, at: actAt('10:00').at });
  await markLessonRead(db, actAt('10:01'), first);
  const { completionId } = (await markLessonRead(db, actAt('10:02'), second)) as { completionId: string };
  const lessons = [...smallModule().lessons, smallLesson(3, '03-ajout', [])];
  await insertPublishedModule(db, smallModule({ lessons }), { revision: 2 });

  expect(await markLessonRead(db, actAt('10:05'), { code: 'm1', lesson: '03-ajout' })).toMatchObject({ completionId });
  expect(await db.selectFrom('completion').select('id').execute()).toEqual([{ id: completionId }]);
});

test('a completion fails with the transaction that gave it', async () => {
  const { db, versionId } = await aminaAndOneModule();
  await markLessonRead(db, actAt('10:00'), first);
  await markLessonRead(db, actAt('10:01'), second);
  await insertFinishedAttempt(db, { versionId, isPassed: true, at: actAt('10:02').at });
  const window = { from: FIRST_WINDOW, to: null };
  const followed = { personId: amina.personId, moduleId: 'module-m1', edition: 1, window, versionId };

  const failing = inTransaction(db, async (trx) => {
    expect(await recordCompletionWhenDue(trx, actAt('10:03'), followed)).toEqual(expect.any(String));
    throw new Error('later in the same transaction');
  });
  await expect(failing).rejects.toThrow('later');
  expect(await db.selectFrom('completion').selectAll().execute()).toEqual([]);
});
