import type { Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import { up as upOfGifts } from '#db/migrations/20261126T1050-gifts-of-presences.ts';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { loadAttestationPage } from '#features/assessments/load-attestation-page.ts';
import { listWithdrawnCompletions } from '#features/account/queries.ts';
import { choosePath } from '#features/learning/choose-path.ts';
import { loadModulePage } from '#features/learning/load-module-page.ts';
import { markLessonRead } from '#features/learning/mark-lesson-read.ts';
import { recordInterview } from '#features/learning/record-interview.ts';
import { countFollowers } from '#features/publishing/queries.ts';
import { addAttendance } from '#features/training-sessions/add-attendance.ts';
import { cancelTrainingSession } from '#features/training-sessions/cancel-training-session.ts';
import { closeTrainingSession } from '#features/training-sessions/close-training-session.ts';
import { createTrainingSession } from '#features/training-sessions/create-training-session.ts';
import { listGifts } from '#features/training-sessions/gift-queries.ts';
import { withdrawAttendance } from '#features/training-sessions/withdraw-attendance.ts';
import { newId } from '#platform/ids.ts';
import { insertPublishedModule, smallModule } from '#tests/support/published-module.ts';
import { passAttempt } from './pass-attempt.ts';
import { brunoOn, HELD_ON, oneSession, SESSION, settings, unchanged } from './scene.ts';

const OTHER = newId();
const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}` as CivilDate;

/** N1 noted in a session of the 20th, closed on the 21st; corrected by `correct` on the 25th. */
async function closedSession({ countsFor }: { countsFor?: string[] } = {}) {
  const { db, people } = await oneSession();
  if (countsFor) await insertPublishedModule(db, smallModule({ givenInPerson: countsFor }), { revision: 2 });
  const learner = people['N1']!;
  const close = async (sessionId: string, heldOn: CivilDate, closedOn: number) => {
    if (sessionId !== SESSION) await createTrainingSession(db, brunoOn(2), { sessionId, ...settings, heldOn });
    await addAttendance(db, brunoOn(closedOn), { sessionId, numbers: ['N1'], reason: '' });
    await closeTrainingSession(db, brunoOn(closedOn), { sessionId });
  };
  await close(SESSION, HELD_ON, 21);
  const correct = (sessionId = SESSION, on = 25) =>
    withdrawAttendance(db, brunoOn(on), { sessionId, personId: learner, reason: 'Confusion de noms' });
  return { db, learner, close, correct };
}

const completionsOf = async (db: Kysely<Database>) =>
  (
    await db
      .selectFrom('completion')
      .orderBy('completed_at')
      .orderBy('withdrawn_on', 'desc')
      .select(['done_on', 'completed_on', 'withdrawn_on'])
      .execute()
  ).map(({ done_on, completed_on, withdrawn_on }) => [done_on, completed_on, withdrawn_on]);
const lessonsOf = async (db: Kysely<Database>) =>
  (await db.selectFrom('lesson_read').select('lesson').orderBy('lesson').execute()).map(({ lesson }) => lesson);

describe('correcting a presence', () => {
  test('withdraws what it gave from that day on, with its author and its reason', async () => {
    const { db, learner, correct } = await closedSession();
    expect(await correct()).toEqual({ outcome: 'withdrawn', withdrawn: 1, replaced: 0 });
    expect(await unchanged(db, correct)).toEqual({ outcome: 'already-withdrawn' });
    const [completion] = await db.selectFrom('completion').selectAll().execute();
    expect(completion).toMatchObject({
      done_on: HELD_ON,
      completed_on: '2026-11-21',
      withdrawn_on: '2026-11-25',
      withdrawn_by: brunoOn(25).by,
      withdrawn_reason: 'Confusion de noms',
    });
    const lines = await db.selectFrom('journal').where('verb', '=', 'module:withdraw-completion').selectAll().execute();
    expect(lines).toMatchObject([{ actor_id: brunoOn(25).by, subject_id: 'module-m1' }]);
    expect(JSON.stringify(lines)).not.toContain(learner);
    expect(JSON.stringify(lines)).not.toContain('Confusion');
  });

  test('tells the learner, in words, on every page that showed it', async () => {
    const { db, learner, correct } = await closedSession();
    const pageOf = () => loadModulePage(db, learner, { code: 'm1', today: day(25) });
    const before = (await pageOf())!;
    expect(before).toMatchObject({ standing: { state: 'completed' }, doneOn: HELD_ON, withdrawal: null });
    const completionId = before.attestationHref!.split('/').at(-1)!;
    expect(await loadAttestationPage(db, learner, completionId)).toMatchObject({ doneOn: HELD_ON, withdrawn: null });
    expect(await countFollowers(db, 'detecter-et-orienter', day(25))).toMatchObject({ completed: 1, inProgress: 0 });
    await correct();
    const withdrawal = { doneOn: HELD_ON, on: '2026-11-25', reason: 'Confusion de noms' };
    expect(await pageOf()).toMatchObject({
      standing: { state: 'in-progress' },
      attestationHref: null,
      doneOn: null,
      withdrawal,
    });
    expect(await loadAttestationPage(db, learner, completionId)).toMatchObject({
      withdrawn: { on: '2026-11-25', reason: 'Confusion de noms' },
    });
    expect(await listWithdrawnCompletions(db, learner)).toEqual([
      { moduleTitle: 'Détecter et orienter', ...withdrawal },
    ]);
    expect(await countFollowers(db, 'detecter-et-orienter', day(25))).toMatchObject({ completed: 0, inProgress: 1 });
  });

  test('leaves a completion that the presence did not give', async () => {
    const { db, learner, close, correct } = await closedSession();
    await close(OTHER, day(22), 23);
    expect(await correct(OTHER)).toEqual({ outcome: 'withdrawn', withdrawn: 0, replaced: 0 });
    expect(await completionsOf(db)).toEqual([[HELD_ON, '2026-11-21', null]]);
    expect((await loadModulePage(db, learner, { code: 'm1', today: day(25) }))?.withdrawal).toBeNull();
  });

  test('gives the completion of another session in its place, which that session answers for', async () => {
    const { db, close, correct } = await closedSession();
    await close(OTHER, day(22), 23);
    expect(await correct()).toEqual({ outcome: 'withdrawn', withdrawn: 1, replaced: 1 });
    const replaced = [
      [HELD_ON, '2026-11-21', '2026-11-25'],
      ['2026-11-22', '2026-11-25', null],
    ];
    expect(await completionsOf(db)).toEqual(replaced);
    expect(await correct(OTHER, 26)).toEqual({ outcome: 'withdrawn', withdrawn: 1, replaced: 0 });
    expect((await completionsOf(db)).map((completion) => completion[2])).toEqual(['2026-11-25', '2026-11-26']);
  });

  test.each(['cancelled', 'not closed', 'of an edition that came later'])(
    'does not give the completion of a session that is %s',
    async (which) => {
      const { db, close, correct } = await closedSession();
      if (which === 'cancelled') {
        await close(OTHER, day(22), 23);
        await cancelTrainingSession(db, brunoOn(24), { sessionId: OTHER, reason: 'Doublon' });
      } else if (which === 'not closed') {
        await createTrainingSession(db, brunoOn(2), { sessionId: OTHER, ...settings, heldOn: day(22) });
        await addAttendance(db, brunoOn(23), { sessionId: OTHER, numbers: ['N1'], reason: '' });
      } else {
        await insertPublishedModule(db, smallModule(), { edition: 2 });
        await close(OTHER, day(22), 23);
      }
      expect(await correct()).toEqual({ outcome: 'withdrawn', withdrawn: 1, replaced: 0 });
    },
  );

  test('gives the completion of the person’s own work in its place, with its own day', async () => {
    const { db, learner, correct } = await closedSession();
    for (const lesson of ['01-reperer', '02-orienter'])
      await markLessonRead(db, { ...brunoOn(22), by: learner }, { code: 'm1', lesson });
    await passAttempt(db, learner, brunoOn(23).at);
    expect(await correct()).toEqual({ outcome: 'withdrawn', withdrawn: 1, replaced: 1 });
    expect(await completionsOf(db)).toEqual([
      [HELD_ON, '2026-11-21', '2026-11-25'],
      ['2026-11-23', '2026-11-25', null],
    ]);
    expect((await loadModulePage(db, learner, { code: 'm1', today: day(25) }))?.withdrawal).toBeNull();
  });

  test('gives that of an interview too', async () => {
    const { db, learner, correct } = await closedSession();
    await choosePath(db, { ...brunoOn(22), by: learner }, { code: 'm1', path: 'interview' });
    await recordInterview(db, brunoOn(23), { personId: learner, moduleId: 'module-m1', edition: 1 });
    expect(await correct()).toEqual({ outcome: 'withdrawn', withdrawn: 1, replaced: 1 });
    expect((await completionsOf(db)).at(-1)).toEqual(['2026-11-23', '2026-11-25', null]);
  });

  test('leaves the person free to complete the module afterwards', async () => {
    const { db, learner, correct } = await closedSession();
    await correct();
    await passAttempt(db, learner, brunoOn(26).at);
    for (const lesson of ['01-reperer', '02-orienter'])
      await markLessonRead(db, { ...brunoOn(27), by: learner }, { code: 'm1', lesson });
    expect((await completionsOf(db)).at(-1)).toEqual(['2026-11-27', '2026-11-27', null]);
  });
});

describe('correcting a presence that counted for lessons', () => {
  const countsFor = ['01-reperer'];

  test('reads them no more, but those that the person read', async () => {
    const { db, correct } = await closedSession({ countsFor });
    expect(await lessonsOf(db)).toEqual(countsFor);
    await correct();
    expect(await lessonsOf(db)).toEqual([]);
  });

  test('leaves a lesson that the person had read', async () => {
    const { db, people } = await oneSession();
    await insertPublishedModule(db, smallModule({ givenInPerson: countsFor }), { revision: 2 });
    const learner = people['N1']!;
    await markLessonRead(db, { ...brunoOn(18), by: learner }, { code: 'm1', lesson: '01-reperer' });
    await addAttendance(db, brunoOn(20), { sessionId: SESSION, numbers: ['N1'], reason: '' });
    await closeTrainingSession(db, brunoOn(21), { sessionId: SESSION });
    await withdrawAttendance(db, brunoOn(25), { sessionId: SESSION, personId: learner, reason: 'Erreur' });
    expect(await lessonsOf(db)).toEqual(countsFor);
  });

  test('leaves a lesson that another session counts for, until that one is corrected too', async () => {
    const { db, close, correct } = await closedSession({ countsFor });
    await close(OTHER, day(22), 23);
    await correct();
    expect(await lessonsOf(db)).toEqual(countsFor);
    await correct(OTHER, 26);
    expect(await lessonsOf(db)).toEqual([]);
  });

  test('withdraws the completion that the lesson gave, which another session gives again', async () => {
    const { db, people } = await oneSession();
    await insertPublishedModule(db, smallModule({ givenInPerson: countsFor }), { revision: 2 });
    const learner = people['N1']!;
    await markLessonRead(db, { ...brunoOn(10), by: learner }, { code: 'm1', lesson: '02-orienter' });
    await passAttempt(db, learner, brunoOn(12).at);
    for (const [sessionId, heldOn] of [
      [SESSION, HELD_ON],
      [OTHER, day(22)],
    ] as const) {
      if (sessionId === OTHER) await createTrainingSession(db, brunoOn(2), { sessionId, ...settings, heldOn });
      await addAttendance(db, brunoOn(23), { sessionId, numbers: ['N1'], reason: '' });
      await closeTrainingSession(db, brunoOn(23), { sessionId });
    }
    const correct = (sessionId: string, on: number) =>
      withdrawAttendance(db, brunoOn(on), { sessionId, personId: learner, reason: 'Erreur' });
    expect(await correct(SESSION, 25)).toEqual({ outcome: 'withdrawn', withdrawn: 1, replaced: 1 });
    expect(await completionsOf(db)).toEqual([
      [HELD_ON, '2026-11-23', '2026-11-25'],
      ['2026-11-22', '2026-11-25', null],
    ]);
    expect(await correct(OTHER, 26)).toEqual({ outcome: 'withdrawn', withdrawn: 1, replaced: 0 });
    expect(await lessonsOf(db)).toEqual(['02-orienter']);
  });
});

test('a session that somebody finished after it was done that day, not the session’s', async () => {
  const { db, people } = await oneSession();
  await insertPublishedModule(db, smallModule({ givenInPerson: ['01-reperer'] }), { revision: 2 });
  const learner = people['N1']!;
  await markLessonRead(db, { ...brunoOn(19), by: learner }, { code: 'm1', lesson: '02-orienter' });
  await passAttempt(db, learner, brunoOn(22).at);
  await addAttendance(db, brunoOn(20), { sessionId: SESSION, numbers: ['N1'], reason: '' });
  await closeTrainingSession(db, brunoOn(24), { sessionId: SESSION });
  expect(await completionsOf(db)).toEqual([['2026-11-22', '2026-11-24', null]]);
});

test('a session that is cancelled takes back what it gave to everybody', async () => {
  const { db, people } = await oneSession();
  await addAttendance(db, brunoOn(20), { sessionId: SESSION, numbers: ['N1', 'N2', 'N3'], reason: '' });
  await closeTrainingSession(db, brunoOn(21), { sessionId: SESSION });
  await withdrawAttendance(db, brunoOn(22), { sessionId: SESSION, personId: people['N1']!, reason: 'Erreur' });
  const cancel = () => cancelTrainingSession(db, brunoOn(25), { sessionId: SESSION, reason: 'Doublon' });
  expect(await cancel()).toEqual({ outcome: 'cancelled', withdrawn: 2, replaced: 0 });
  expect(await unchanged(db, cancel)).toEqual({ outcome: 'already-cancelled' });
  const days = (await completionsOf(db)).map((completion) => completion[2]);
  expect(days.sort()).toEqual(['2026-11-22', '2026-11-25', '2026-11-25']);
});

test('presences that counted before what they gave was kept are found again from when it was written', async () => {
  const { db, people } = await oneSession();
  await insertPublishedModule(db, smallModule({ givenInPerson: ['01-reperer'] }), { revision: 2 });
  const read = (number: string, lesson: string) =>
    markLessonRead(db, { ...brunoOn(18), by: people[number]! }, { code: 'm1', lesson });
  await read('N1', '02-orienter');
  await passAttempt(db, people['N1']!, brunoOn(18).at);
  await read('N2', '01-reperer');
  await addAttendance(db, brunoOn(20), { sessionId: SESSION, numbers: ['N1', 'N2'], reason: '' });
  await closeTrainingSession(db, brunoOn(21), { sessionId: SESSION });
  await addAttendance(db, brunoOn(22), { sessionId: SESSION, numbers: ['N3'], reason: 'Feuille retrouvée' });
  const keptOf = () => listGifts(db, SESSION);
  const kept = await keptOf();
  expect(kept.map(({ completionId, lessons }) => [completionId !== null, lessons.length]).sort()).toEqual([
    [false, 0],
    [false, 1],
    [true, 1],
  ]);
  await db.updateTable('attendance').set({ completion_id: null, lessons_given: null }).execute();
  await upOfGifts(db as Kysely<unknown>);
  expect(await keptOf()).toEqual(kept);
});
