import { beforeEach, describe, expect, test } from 'vitest';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { amina, bruno } from '#db/seeds/cast.ts';
import { beginModule } from '#features/learning/begin-module.ts';
import { choosePath } from '#features/learning/choose-path.ts';
import { chooseReading } from '#features/learning/choose-reading.ts';
import { loadLessonPage } from '#features/learning/load-lesson-page.ts';
import { loadPathPage } from '#features/learning/load-path-page.ts';
import { listInterviewRequests } from '#features/learning/path-queries.ts';
import { recordInterview } from '#features/learning/record-interview.ts';
import { actAt, admit, TODAY } from '#tests/support/learner.ts';
import { insertPublishedModule, intenseLesson, smallModule } from '#tests/support/published-module.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { everythingWritten } from './scene.ts';

const lesson = { code: 'm1', lesson: '01-dur', edition: 1 };
let db: Kysely<Database>;

beforeEach(async () => {
  db = await testDatabase();
  for (const member of [amina, bruno]) await admit(db, member);
  await insertPublishedModule(db, smallModule({ lessons: [intenseLesson(1, '01-dur')] }));
});

const traces = async () => ({
  readings: await db.selectFrom('lesson_reading').selectAll().execute(),
  paths: await db.selectFrom('module_path').selectAll().execute(),
});

async function shownLesson() {
  const result = await loadLessonPage(db, actAt('10:30'), { code: 'm1', number: '1', isVisit: false });
  if (result.outcome !== 'shown') throw new Error(result.outcome);
  return { reading: result.page.reading, text: JSON.stringify(result.page.parts) };
}

describe('a lesson of intensity 3', () => {
  beforeEach(async () => void (await beginModule(db, actAt('10:00'), { code: 'm1' })));

  test('shows nothing of its text before one has chosen to read it', async () => {
    expect(await shownLesson()).toEqual({ reading: null, text: '[]' });
  });

  test('read in full, its descriptions are in the page; read without, only their substance is', async () => {
    await chooseReading(db, actAt('10:05'), { ...lesson, reading: 'full' });
    expect((await shownLesson()).text).toContain('DESCRIPTION');
    await chooseReading(db, actAt('10:06'), { ...lesson, reading: 'folded' });
    const { text } = await shownLesson();
    expect(text).toContain('SUBSTANCE');
    expect(text).not.toContain('DESCRIPTION');
  });

  test('the same choice twice changes nothing', async () => {
    await chooseReading(db, actAt('10:05'), { ...lesson, reading: 'full' });
    const before = await traces();
    await chooseReading(db, actAt('10:06'), { ...lesson, reading: 'full' });
    expect(await traces()).toEqual(before);
  });

  test('a lesson or a module that does not exist, or another edition, is refused', async () => {
    const choose = (change: object) => chooseReading(db, actAt('10:05'), { ...lesson, reading: 'full', ...change });
    expect(await choose({ lesson: '09-rien' })).toEqual({ outcome: 'no-such-lesson' });
    expect(await choose({ code: 'm9' })).toEqual({ outcome: 'no-such-module' });
    expect(await choose({ edition: 2 })).toEqual({ outcome: 'other-edition' });
  });
});

test('the version without descriptions needs no warning, and one may come back from it', async () => {
  await beginModule(db, actAt('10:00'), { code: 'm1' });
  await choosePath(db, actAt('10:01'), { code: 'm1', path: 'folded' });
  const { reading, text } = await shownLesson();
  expect(reading).toBe('folded');
  expect(text).not.toContain('DESCRIPTION');
  await choosePath(db, actAt('10:02'), { code: 'm1', path: 'ordinary' });
  expect((await shownLesson()).reading).toBeNull();
  expect(await choosePath(db, actAt('10:03'), { code: 'm9', path: 'folded' })).toEqual({ outcome: 'no-such-module' });
});

describe('an interview', () => {
  const key = { personId: amina.personId, moduleId: 'module-m1', edition: 1 };

  test('asked for twice is one request, which trainers see and no journal tells', async () => {
    await choosePath(db, actAt('10:00'), { code: 'm1', path: 'interview' });
    const before = await traces();
    await choosePath(db, actAt('10:05'), { code: 'm1', path: 'interview' });
    expect(await traces()).toEqual(before);
    expect(await listInterviewRequests(db)).toMatchObject([{ ...key, familyName: amina.familyName }]);
    const lines = await db.selectFrom('journal').where('actor_id', '=', amina.personId).select('verb').execute();
    expect(lines).toEqual([{ verb: 'module:begin' }]);
  });

  test('begins the module when it is asked for, and is certified by somebody else', async () => {
    await choosePath(db, actAt('10:00'), { code: 'm1', path: 'interview' });
    expect(await db.selectFrom('begun').select('begun_at').execute()).toEqual([{ begun_at: actAt('10:00').at }]);
    expect(await recordInterview(db, actAt('11:00'), key)).toEqual({ outcome: 'own-request' });
    expect(await db.selectFrom('completion').select('id').execute()).toEqual([]);
  });

  test('once held gives an ordinary completion, which nothing tells from another', async () => {
    await choosePath(db, actAt('10:00'), { code: 'm1', path: 'interview' });
    expect(await recordInterview(db, actAt('11:00', bruno), key)).toEqual({ outcome: 'recorded' });
    const [completion] = await db.selectFrom('completion').selectAll().execute();
    expect(completion).toMatchObject({ person_id: amina.personId, rule: 'all-lessons-read-and-attempt-passed' });
    const lines = await db.selectFrom('journal').where('verb', 'like', 'module:%').selectAll().execute();
    expect(lines.map(({ verb, actor_id }) => [verb, actor_id])).toEqual([
      ['module:begin', amina.personId],
      ['module:complete', amina.personId],
    ]);
    expect(JSON.stringify(lines)).not.toContain(bruno.personId);
    expect(await listInterviewRequests(db)).toEqual([]);
    expect(await loadPathPage(db, amina.personId, { code: 'm1', today: TODAY })).toMatchObject({
      path: 'interview',
      isInterviewed: true,
    });
  });

  test('recorded twice is one completion, and coming back to the ordinary path does not undo it', async () => {
    await choosePath(db, actAt('10:00'), { code: 'm1', path: 'interview' });
    await recordInterview(db, actAt('11:00', bruno), key);
    const before = { ...(await traces()), written: await everythingWritten(db) };
    expect(await recordInterview(db, actAt('11:05', bruno), key)).toEqual({ outcome: 'already-recorded' });
    await choosePath(db, actAt('11:10'), { code: 'm1', path: 'ordinary' });
    await choosePath(db, actAt('11:11'), { code: 'm1', path: 'folded' });
    expect({ ...(await traces()), written: await everythingWritten(db) }).toEqual(before);
  });

  test('that nobody asked for is refused', async () => {
    expect(await recordInterview(db, actAt('11:00', bruno), key)).toEqual({ outcome: 'no-such-request' });
    await choosePath(db, actAt('10:00'), { code: 'm1', path: 'folded' });
    expect(await recordInterview(db, actAt('11:00', bruno), key)).toEqual({ outcome: 'no-such-request' });
  });
});
