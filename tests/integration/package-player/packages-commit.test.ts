import { expect, test } from 'vitest';
import { actAt } from '#tests/support/learner.ts';
import { everythingKept, SAYING_NOTHING } from './commit-scene.ts';
import { packagesOrigin } from './packages-origin-scene.ts';

const PASSED = { cmi: { core: { lesson_status: 'passed', score: { raw: '90' } } } };

test('a commit is acknowledged with the time at which it was kept, and again as the first time', async () => {
  const { commit, setTime, db } = await packagesOrigin();
  const received = { result: true, errorCode: 0, received: actAt('10:01').at, isComplete: true, end: null };
  const first = await commit({ data: PASSED });
  expect(first.headers['content-type']).toBe('application/json');
  expect([first.status, JSON.parse(first.text)]).toEqual([200, received]);
  setTime('10:30');
  expect(JSON.parse((await commit({ data: PASSED })).text)).toEqual(received);
  expect(await db.selectFrom('package_commit').select('sequence').execute()).toHaveLength(1);
});

test('a beacon’s plain text is taken as well', async () => {
  const { commit, stateOf } = await packagesOrigin();
  for (const type of ['text/plain;charset=UTF-8', 'text/plain'])
    expect((await commit({ data: PASSED }, { headers: { 'content-type': type } })).status).toBe(200);
  expect(await stateOf('lecon')).toMatchObject({ success: 'passed' });
});

test('a value that is not valid is named, and nothing of its commit is kept', async () => {
  const { commit, db } = await packagesOrigin();
  const before = await everythingKept(db);
  const { status, text } = await commit({ data: { cmi: { core: { score: { raw: '900' } } } } });
  expect([status, JSON.parse(text)]).toMatchObject([422, { result: false, element: 'cmi.core.score.raw' }]);
  expect((await commit({ item: 'ailleurs' })).status).toBe(422);
  expect(await everythingKept(db)).toEqual(before);
});

/** So many branches, one in the other, as text: no parser of ours must go as deep. */
const deep = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

test('what is no commit of this launch is refused', async () => {
  const { askLaunch, commit, open, db } = await packagesOrigin();
  await open('10:00');
  const before = await everythingKept(db);
  const posted = (body: string) =>
    askLaunch('commit', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const whole = JSON.stringify(SAYING_NOTHING);
  for (const body of [
    '',
    'null',
    '[]',
    '"x"',
    '{',
    '{}',
    whole.replace('"data":{}', '"data":[]'),
    whole.replace('"data":{}', `"data":${deep(100_000)}`),
    whole.replace('"data":{}', `"data":${deep(20)}`),
    whole.replace('"sequence":1', '"sequence":-1'),
    whole.replace('"sequence":1', '"sequence":1e400'),
    whole.replace('"sessionSeconds":10', '"sessionSeconds":"10"'),
    whole.replace('"item":"lecon"', '"item":7'),
  ])
    expect((await posted(body)).status, body.slice(0, 80)).toBe(400);
  // Another opening of the same attempt speaks by its own address.
  expect((await commit({ launch: 2 })).status).toBe(400);
  expect((await commit({ launch: 7 })).status).toBe(400);
  expect(await everythingKept(db)).toEqual(before);
});

test('a body that is too heavy is refused in words that the shell can act on', async () => {
  const { commit, db, askLaunch } = await packagesOrigin();
  const before = await everythingKept(db);
  for (const megabytes of [1, 8]) {
    const { status, text } = await commit({ data: { cmi: { suspend_data: 'x'.repeat(megabytes * 1_000_000) } } });
    expect([status, JSON.parse(text)]).toMatchObject([413, { result: false }]);
  }
  expect(await everythingKept(db)).toEqual(before);
  expect((await askLaunch('')).status).toBe(200);
});

test('a tab that goes in the middle of what it says leaves nothing, and no line in the log', async () => {
  const { db, cut, askLaunch } = await packagesOrigin();
  const before = await everythingKept(db);
  await cut('commit', JSON.stringify(SAYING_NOTHING).slice(0, 40));
  expect((await askLaunch('')).status).toBe(200);
  expect(await everythingKept(db)).toEqual(before);
});
