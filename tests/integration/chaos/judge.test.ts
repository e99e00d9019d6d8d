import { expect, test } from 'vitest';
import type { Acknowledged, AcknowledgedCommit } from '../../chaos/acknowledged.ts';
import { judge } from '../../chaos/judge.ts';
import { AMINA, core, openedPackage } from '../package-player/commit-scene.ts';

const commit = (said: Partial<AcknowledgedCommit> = {}): AcknowledgedCommit => ({
  personId: AMINA,
  launch: 1,
  sequence: 2,
  place: 'p2',
  score: 0.4,
  isComplete: false,
  ...said,
});
const acknowledged = (
  commits: AcknowledgedCommit[],
  lessons: Acknowledged['lessons'] = [],
): Pick<Acknowledged, 'commits' | 'lessons'> => ({ commits, lessons });

/** Amina, who said two things of her package. */
async function scene() {
  const { db, receive } = await openedPackage();
  await receive({ sequence: 1, data: core({ lesson_location: 'p1', score: { raw: '50' } }) });
  await receive({ sequence: 2, data: core({ lesson_location: 'p2', score: { raw: '40' } }) });
  return db;
}

test('what is there is neither lost nor there twice', async () => {
  const db = await scene();
  const earlier = commit({ sequence: 1, place: 'p1', score: 0.5 });
  expect(await judge({ db }, acknowledged([earlier, commit()]))).toEqual({ lost: 0, duplicates: 0 });
});

test.each<[string, Partial<AcknowledgedCommit>]>([
  ['a later commit', { sequence: 3 }],
  ['a commit of a later opening', { launch: 2, sequence: 1 }],
  ['the place of the last one', { place: 'p9' }],
  ['a better score', { sequence: 1, score: 0.6 }],
  ['a completion', { isComplete: true }],
  ['all that somebody said', { personId: 'nobody' }],
])('%s that was acknowledged and is not there is lost', async (_, said) => {
  expect(await judge({ db: await scene() }, acknowledged([commit(said)]))).toEqual({ lost: 1, duplicates: 0 });
});

test('a lesson that was acknowledged and is not there is lost', async () => {
  const lessons = [{ personId: AMINA, lesson: 'une-lecon' }];
  expect(await judge({ db: await scene() }, acknowledged([], lessons))).toEqual({ lost: 1, duplicates: 0 });
});

test('a line of the journal that is there twice is counted', async () => {
  const { db, receive } = await openedPackage();
  await receive({ data: core({ lesson_status: 'passed', score: { raw: '90' } }) });
  const line = await db
    .selectFrom('journal')
    .where('verb', '=', 'module:complete')
    .selectAll()
    .executeTakeFirstOrThrow();
  await db
    .insertInto('journal')
    .values({ ...line, id: 'twice' })
    .execute();
  expect(await judge({ db }, acknowledged([]))).toEqual({ lost: 0, duplicates: 1 });
});
