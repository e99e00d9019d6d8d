import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { migrateToLatest } from '#db/migrator.ts';
import { receiveCommit } from '#features/package-player/receive-commit.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import { actAt, admit } from '#tests/support/learner.ts';
import { openSignedIn } from '#tests/support/packages/open-signed-in.ts';
import { installPackage } from '#tests/support/packages/sample-packages.ts';
import { AMINA, cmi, core, everythingKept, openedPackage, SAYING_NOTHING } from './commit-scene.ts';

const COMPLETED = core({ lesson_status: 'completed' });

test('what an older tab says late counts, and does not replace what came after it', async () => {
  const { receive, open, stateOf } = await openedPackage();
  await open('10:10');
  const newer = core({ lesson_status: 'incomplete', lesson_location: 'p9' });
  await receive({ launch: 2, data: newer, sessionSeconds: 30 });
  expect(await receive({ launch: 1, sequence: 50, data: COMPLETED })).toMatchObject({ isComplete: true });
  expect(await stateOf('lecon')).toMatchObject({ launch: 2, data: newer, completion: 'completed' });
});

test('a closed attempt and an expired launch still take what comes late', async () => {
  const { db, attemptId, receive } = await openedPackage();
  await db
    .updateTable('package_attempt')
    .set({ closed_at: actAt('10:30').at })
    .execute();
  await db
    .updateTable('package_launch')
    .set({ expires_at: actAt('10:30').at })
    .execute();
  expect(await receive({ data: COMPLETED }, '23:00')).toMatchObject({ kind: 'received', isComplete: true });
  expect(await db.selectFrom('package_attempt').select(['id', 'completed_at']).execute()).toEqual([
    { id: attemptId, completed_at: actAt('23:00').at },
  ]);
});

test('two attempts of one person do not mix', async () => {
  const { db, attemptId, receive, open, stateOf } = await openedPackage();
  await db
    .updateTable('package_attempt')
    .set({ closed_at: actAt('10:30').at })
    .execute();
  const second = await open('11:00');
  expect(second).not.toBe(attemptId);
  const data = core({ lesson_status: 'incomplete', lesson_location: 'p2' });
  const commit = { ...SAYING_NOTHING, data };
  await receiveCommit(db, { attemptId: second, commit, now: actAt('11:05').at, requestId: null });
  expect(await stateOf('lecon')).toBeNull();
  await receive({ data: core({ lesson_status: 'incomplete', lesson_location: 'p1' }) }, '11:06');
  expect(await stateOf('lecon')).toMatchObject({ data: { cmi: { core: { lesson_location: 'p1' } } } });
  const { state } = await db
    .selectFrom('package_item')
    .where('attempt_id', '=', second)
    .select('state')
    .executeTakeFirstOrThrow();
  expect(JSON.parse(state)).toMatchObject({ data });
});

test('receipts do not grow for ever, and an old commit that comes again changes nothing', async () => {
  const { db, receive } = await openedPackage();
  const last = 400;
  for (let sequence = 1; sequence <= last; sequence += 1)
    await receive({ sequence, data: core({ lesson_location: `p${sequence}` }), sessionSeconds: sequence });
  const kept = (await db.selectFrom('package_commit').select('sequence').execute()).map(({ sequence }) => sequence);
  expect(kept.length).toBeLessThan(250);
  expect(kept.slice(-100)).toEqual(Array.from({ length: 100 }, (_, place) => last - 99 + place));
  const before = await everythingKept(db);
  const old = { sequence: 3, data: core({ lesson_location: 'p3' }), sessionSeconds: 3 };
  expect(await receive(old)).toMatchObject({ kind: 'received' });
  expect({ ...(await everythingKept(db)), items: [], commits: [] }).toEqual({ ...before, items: [], commits: [] });
  expect(
    JSON.parse((await db.selectFrom('package_item').select('state').executeTakeFirstOrThrow()).state),
  ).toMatchObject({ sequence: last, data: { cmi: { core: { lesson_location: `p${last}` } } } });
});

test('after a restart the next commits meet what was kept', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'reperes-reprise-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'reperes.sqlite');
  const before = openDatabase(file);
  await migrateToLatest(before);
  await admit(before);
  const { code } = await installPackage({ db: before, dataFolder: folder });
  await openSignedIn(before, actAt('10:00'), { code });
  const attempt = await before.selectFrom('package_attempt').select('id').executeTakeFirstOrThrow();
  const received = { attemptId: attempt.id, now: actAt('10:05').at, requestId: null };
  const first = { ...SAYING_NOTHING, data: core({ lesson_status: 'passed', score: { raw: '85' } }) };
  await receiveCommit(before, { ...received, commit: first });
  await before.destroy();

  const after = openDatabase(file);
  onTestFinished(() => after.destroy());
  const kept = await everythingKept(after);
  expect(await receiveCommit(after, { ...received, now: actAt('12:00').at, commit: first })).toEqual({
    kind: 'received',
    at: actAt('10:05').at,
    isComplete: true,
  });
  expect(await everythingKept(after)).toEqual(kept);
});

test('in SCORM 2004 the engine’s state, shared objectives and completion come with the latest commit alone', async () => {
  const { db, attemptId, receive, open } = await openedPackage({ sample: 'scorm2004-sequenced' });
  await open('10:10');
  const objective = { satisfied: true, measure: 0.9, completed: null, progress: null, raw: null, min: null, max: null };
  const acquired = { 'fr.exemple.acquis': objective, 'nommé par personne': objective };
  await receive({ launch: 2, sequence: 4, sequencing: '{"au":"test"}', objectives: acquired, sharedData: { x: 'y' } });
  const unknown = { ...objective, satisfied: false, measure: null };
  await receive({ launch: 1, sequence: 9, sequencing: '{"au":"lecon"}', objectives: { 'fr.exemple.acquis': unknown } });
  await receive({ launch: 2, sequence: 5, sequencing: null });
  expect(await db.selectFrom('package_attempt').select(['sequencing', 'shared_data']).execute()).toEqual([
    { sequencing: '{"au":"test"}', shared_data: '{}' },
  ]);
  const objectives = await db.selectFrom('package_objective').selectAll().execute();
  expect(objectives.map((row) => ({ ...row, state: JSON.parse(row.state) as unknown }))).toEqual([
    {
      person_id: AMINA,
      scope: attemptId,
      objective: 'fr.exemple.acquis',
      state: objective,
      changed_at: actAt('10:05').at,
    },
  ]);
  await receive({ launch: 2, sequence: 6, item: 'lecon', data: cmi({ completion_status: 'completed' }) });
  const below = cmi({ completion_status: 'completed', success_status: 'passed', score: { scaled: '0.79' } });
  expect(await receive({ launch: 2, sequence: 7, item: 'test', data: below })).toMatchObject({ isComplete: false });
  const reached = cmi({ completion_status: 'completed', score: { scaled: '0.8' } });
  expect(await receive({ launch: 2, sequence: 8, item: 'test', data: reached })).toMatchObject({ isComplete: true });
});
