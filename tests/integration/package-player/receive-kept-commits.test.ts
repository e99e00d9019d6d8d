import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { amina, driss } from '#db/seeds/cast.ts';
import type { Database } from '#db/schema.ts';
import type { Commit } from '#domain/packaging/commit.ts';
import { receiveKeptCommits } from '#features/package-player/receive-kept-commits.ts';
import { actAt, admit } from '#tests/support/learner.ts';
import { openSignedIn } from '#tests/support/packages/open-signed-in.ts';
import { AMINA, core, everythingKept, openedPackage, SAYING_NOTHING } from './commit-scene.ts';

const keep = (db: Kysely<Database>, personId: string, attempt: string, commits: Partial<Commit>[]) =>
  receiveKeptCommits(db, {
    personId,
    kept: { attempt, commits: commits.map((said) => ({ ...SAYING_NOTHING, ...said })) },
    now: actAt('11:00').at,
    requestId: null,
  });

test('what a browser kept is received, in any order and again', async () => {
  const { db, attemptId, open, stateOf } = await openedPackage();
  await open('10:30');
  const said = [
    { launch: 2, sequence: 1, data: core({ lesson_location: 'p2' }) },
    { launch: 1, sequence: 9, data: core({ lesson_status: 'passed', score: { raw: '85' } }) },
  ];
  const receipts = said.map(({ launch, sequence }) => ({ item: 'lecon', launch, sequence }));
  expect(await keep(db, AMINA, attemptId, said)).toEqual(receipts);
  const kept = await everythingKept(db);
  expect(kept.completions).toHaveLength(1);
  expect(await stateOf('lecon')).toMatchObject({ launch: 2, data: said[0]!.data, success: 'passed' });
  expect(await keep(db, AMINA, attemptId, said.toReversed())).toEqual(receipts.toReversed());
  expect(await everythingKept(db)).toEqual(kept);
});

test('one value that is not valid loses none of the others, nor the other commits', async () => {
  const { db, attemptId, stateOf } = await openedPackage();
  const said = [
    { sequence: 1, data: { cmi: { inventé: 'x', core: { lesson_status: 'incomplete', score: { raw: '9000' } } } } },
    { sequence: 2, item: 'ailleurs' },
    { sequence: 3, launch: 7 },
    { sequence: 4, data: core({ lesson_status: 'incomplete', lesson_location: 'p4' }) },
  ];
  expect(await keep(db, AMINA, attemptId, said.slice(0, 1))).toHaveLength(1);
  expect(await stateOf('lecon')).toMatchObject({ sequence: 1, completion: 'incomplete', scaledScore: null });
  // Those that will never be received are not kept for ever.
  expect(await keep(db, AMINA, attemptId, said)).toHaveLength(4);
  expect(await stateOf('lecon')).toMatchObject({ sequence: 4, data: said[3]!.data });
  expect(await db.selectFrom('package_item').select('item').execute()).toEqual([{ item: 'lecon' }]);
});

test('two persons in one package: each has their own, and speaks for themselves alone', async () => {
  const { db, attemptId, code, receive, stateOf } = await openedPackage();
  await admit(db, driss);
  const opened = await openSignedIn(db, actAt('10:02', driss), { code });
  if (opened.outcome !== 'opened') throw new Error(opened.outcome);
  const theirs = await db
    .selectFrom('package_attempt')
    .where('person_id', '=', driss.personId)
    .selectAll()
    .executeTakeFirstOrThrow();
  const mine = await db.selectFrom('package_attempt').where('id', '=', attemptId).selectAll().executeTakeFirstOrThrow();
  expect(theirs.host_label).not.toBe(mine.host_label);
  await receive({ data: core({ lesson_status: 'incomplete', lesson_location: 'p3' }) });

  const before = await everythingKept(db);
  const passed = { data: core({ lesson_status: 'passed', score: { raw: '100' } }) };
  expect(await keep(db, driss.personId, attemptId, [{ ...passed, sequence: 2 }])).toBeNull();
  expect(await keep(db, amina.personId, theirs.id, [passed])).toBeNull();
  expect(await keep(db, driss.personId, 'no-such-attempt', [passed])).toBeNull();
  expect(await everythingKept(db)).toEqual(before);

  expect(await keep(db, driss.personId, theirs.id, [passed])).toHaveLength(1);
  expect(await db.selectFrom('completion').select('person_id').execute()).toEqual([{ person_id: driss.personId }]);
  expect(await stateOf('lecon')).toMatchObject({ data: { cmi: { core: { lesson_location: 'p3' } } } });
});
