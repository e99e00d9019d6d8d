import { expect, test } from 'vitest';
import { PACKAGE_COMPLETION_RULE } from '#domain/progress/edition-progress.ts';
import { FIRST_WINDOW } from '#domain/progress/module-window.ts';
import { completeByOwnWork } from '#features/learning/complete-anew.ts';
import { withdrawCompletion } from '#features/learning/withdraw-completion.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { receiveCommit } from '#features/package-player/receive-commit.ts';
import { actAt } from '#tests/support/learner.ts';
import { AMINA, core, everythingKept, openedPackage, SAYING_NOTHING } from './commit-scene.ts';

const HALFWAY = core({ lesson_status: 'incomplete', lesson_location: 'p3' });
const PASSED = core({ lesson_status: 'passed', score: { raw: '90' } });

test('a commit is kept, and says when it was received', async () => {
  const { db, receive, stateOf, attemptId } = await openedPackage();
  expect(await receive({ data: HALFWAY })).toEqual({ kind: 'received', at: actAt('10:05').at, isComplete: false });
  expect(await stateOf('lecon')).toMatchObject({
    launch: 1,
    sequence: 1,
    data: HALFWAY,
    completion: 'incomplete',
    secondsByLaunch: { 1: 10 },
  });
  expect(await db.selectFrom('package_commit').select(['attempt_id', 'sequence', 'item']).execute()).toEqual([
    { attempt_id: attemptId, sequence: 1, item: 'lecon' },
  ]);
});

test('the same commit twice changes nothing, and is answered as the first time', async () => {
  const { db, receive } = await openedPackage();
  await receive({ data: PASSED });
  const before = await everythingKept(db);
  expect(await receive({ data: PASSED }, '11:00')).toEqual({
    kind: 'received',
    at: actAt('10:05').at,
    isComplete: true,
  });
  expect(await everythingKept(db)).toEqual(before);
});

test('the same commit several times at once is one', async () => {
  const { db, receive } = await openedPackage();
  await Promise.all([1, 2, 3].map(() => receive({ data: PASSED })));
  expect(await db.selectFrom('package_commit').select('sequence').execute()).toHaveLength(1);
  expect(await db.selectFrom('completion').select('id').execute()).toHaveLength(1);
});

test('commits in any order give one state', async () => {
  const said = [
    { launch: 1, sequence: 1, data: HALFWAY },
    { launch: 1, sequence: 2, data: core({ lesson_status: 'failed', score: { raw: '40' } }), sessionSeconds: 40 },
    { launch: 2, sequence: 1, data: core({ lesson_status: 'incomplete', lesson_location: 'p1' }), sessionSeconds: 5 },
  ];
  const states = [];
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
  ]) {
    const { receive, open, stateOf } = await openedPackage();
    await open('10:02');
    for (const place of order) await receive(said[place]!);
    states.push(await stateOf('lecon'));
  }
  expect(states[0]).toMatchObject({
    launch: 2,
    data: said[2]!.data,
    success: 'failed',
    scaledScore: 0.4,
    secondsByLaunch: { 1: 40, 2: 5 },
  });
  expect(states[1]).toEqual(states[0]);
  expect(states[2]).toEqual(states[0]);
});

test('a value that is not valid is refused by its name, with nothing of the commit kept', async () => {
  const { db, receive } = await openedPackage();
  await receive({ data: HALFWAY });
  const before = await everythingKept(db);
  const bad = core({ lesson_status: 'passed', score: { raw: '9000' } });
  expect(await receive({ sequence: 2, data: bad })).toMatchObject({ kind: 'refused', element: 'cmi.core.score.raw' });
  expect(await receive({ sequence: 2, data: { cmi: { inventé: 'x' } } })).toMatchObject({ element: 'cmi.inventé' });
  expect(await receive({ sequence: 2, item: 'ailleurs' })).toMatchObject({ kind: 'refused', element: 'item' });
  expect(await everythingKept(db)).toEqual(before);
  // Its sequence is still free for what is left of it.
  expect(await receive({ sequence: 2, data: core({ lesson_status: 'passed' }) })).toMatchObject({ isComplete: true });
});

test('an attempt or a launch that never was is unknown', async () => {
  const { db, receive } = await openedPackage();
  const before = await everythingKept(db);
  expect(await receive({ launch: 2 })).toEqual({ kind: 'unknown' });
  const elsewhere = { attemptId: 'none', commit: SAYING_NOTHING, now: actAt('10:05').at, requestId: null };
  expect(await receiveCommit(db, elsewhere)).toEqual({ kind: 'unknown' });
  expect(await everythingKept(db)).toEqual(before);
});

test('the completion is derived by the mastery score, whatever the item says of itself', async () => {
  const { db, receive } = await openedPackage();
  const boasting = core({ lesson_status: 'passed', score: { raw: '79' } });
  expect(await receive({ data: boasting })).toMatchObject({ isComplete: false });
  expect(await db.selectFrom('completion').selectAll().execute()).toEqual([]);
  expect(await receive({ sequence: 2, data: PASSED }, '10:20')).toMatchObject({ isComplete: true });
  expect(await db.selectFrom('completion').selectAll().execute()).toMatchObject([
    { person_id: AMINA, rule: PACKAGE_COMPLETION_RULE, completed_at: actAt('10:20').at, completed_on: '2026-11-23' },
  ]);
  const [line] = await db.selectFrom('journal').where('verb', '=', 'module:complete').selectAll().execute();
  expect(line).toMatchObject({ actor_id: AMINA, subject_kind: 'module' });
});

test('a completion is written once, and what comes afterwards does not take it back', async () => {
  const { db, receive, stateOf } = await openedPackage();
  await receive({ data: PASSED });
  const worse = core({ lesson_status: 'failed', score: { raw: '3' } });
  expect(await receive({ sequence: 2, data: worse })).toMatchObject({ isComplete: true });
  expect(await db.selectFrom('completion').select('id').execute()).toHaveLength(1);
  expect(await db.selectFrom('journal').where('verb', '=', 'module:complete').select('id').execute()).toHaveLength(1);
  expect(await stateOf('lecon')).toMatchObject({ data: worse, success: 'passed', scaledScore: 0.9 });
});

test('all of the items have to be done, or one, as the version says', async () => {
  const completed = core({ lesson_status: 'completed' });
  const all = await openedPackage({ sample: 'scorm12-two' });
  expect(await all.receive({ item: 'un', data: completed })).toMatchObject({ isComplete: false });
  expect(await all.receive({ item: 'deux', sequence: 2, data: completed })).toMatchObject({ isComplete: true });
  const any = await openedPackage({ sample: 'scorm12-two', rule: 'any' });
  expect(await any.receive({ item: 'un', data: completed })).toMatchObject({ isComplete: true });
});

test('a completion that cannot be written takes the commit back with it', async () => {
  const { db, receive } = await openedPackage();
  await receive({ data: HALFWAY });
  const before = await everythingKept(db);
  await db.schema.alterTable('completion').renameTo('completion_elsewhere').execute();
  await expect(receive({ sequence: 2, data: PASSED })).rejects.toThrow('completion');
  await db.schema.alterTable('completion_elsewhere').renameTo('completion').execute();
  expect(await everythingKept(db)).toEqual(before);
  expect(await receive({ sequence: 2, data: PASSED })).toMatchObject({ kind: 'received', isComplete: true });
});

test('whoever completed the edition otherwise is not completed twice', async () => {
  const { db, receive } = await openedPackage();
  const { module_id, version_id, edition } = await db.selectFrom('begun').selectAll().executeTakeFirstOrThrow();
  const done = { completed_at: actAt('09:00').at, completed_on: '2026-11-23' as never, done_on: '2026-11-23' as never };
  await db
    .insertInto('completion')
    .values({
      id: 'other',
      person_id: AMINA,
      module_id,
      version_id,
      edition,
      window_from: FIRST_WINDOW,
      rule: 'séance',
      ...done,
    })
    .execute();
  expect(await receive({ data: PASSED })).toMatchObject({ isComplete: true });
  expect(await db.selectFrom('completion').select('id').execute()).toEqual([{ id: 'other' }]);

  // Given in error after all: the package played to its end still gives its own.
  const again = await inTransaction(db, async (trx) => {
    const key = await withdrawCompletion(trx, actAt('12:00'), { completionId: 'other', reason: 'Erreur' });
    return completeByOwnWork(trx, actAt('12:00'), { ...key!, window: { from: FIRST_WINDOW, to: null } }, null);
  });
  const standing = db.selectFrom('completion').where('withdrawn_on', 'is', null).select(['id', 'rule']);
  expect(await standing.execute()).toEqual([{ id: again, rule: PACKAGE_COMPLETION_RULE }]);
});
