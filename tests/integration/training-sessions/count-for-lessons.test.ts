import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '#db/schema.ts';
import { markLessonRead } from '#features/learning/mark-lesson-read.ts';
import { addAttendance } from '#features/training-sessions/add-attendance.ts';
import { closeTrainingSession } from '#features/training-sessions/close-training-session.ts';
import { loadSessionPage } from '#features/training-sessions/load-session-page.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { insertPublishedModule, smallLesson, smallModule } from '#tests/support/published-module.ts';
import { passAttempt } from './pass-attempt.ts';
import { brunoOn, oneSessionWithTwoEnrolled, SESSION, unchanged } from './scene.ts';

const PART = smallModule({ givenInPerson: ['01-reperer'] });
const TODAY = '2026-11-23' as CivilDate;

/** A live module whose sessions count for its first lesson; N1 and N2 were there. */
async function oneSessionForAPart() {
  const scene = await oneSessionWithTwoEnrolled();
  await insertPublishedModule(scene.db, PART, { revision: 2 });
  await addAttendance(scene.db, brunoOn(20), { sessionId: SESSION, numbers: ['N1', 'N2'], reason: '' });
  return scene;
}

const lessonsOf = async (db: Kysely<Database>, personId: string) =>
  (await db.selectFrom('lesson_read').where('person_id', '=', personId).select(['edition', 'lesson']).execute()).map(
    ({ edition, lesson }) => `${edition} ${lesson}`,
  );
const completionsOf = (db: Kysely<Database>) => db.selectFrom('completion').select('person_id').execute();

/** As when the assessment was passed before. */
const pass = (db: Kysely<Database>, personId: string) => passAttempt(db, personId, brunoOn(18).at);

test('a session counts for the lessons that the module says: they stand as read, the module as begun, nothing more', async () => {
  const { db, people } = await oneSessionForAPart();
  const closed = await closeTrainingSession(db, brunoOn(21), { sessionId: SESSION });
  expect(closed).toEqual({ outcome: 'closed', present: 2, completions: 0 });
  expect(await lessonsOf(db, people['N1']!)).toEqual(['1 01-reperer']);
  expect(await lessonsOf(db, people['N4']!)).toEqual([]);
  const begun = await db.selectFrom('begun').select(['person_id', 'begun_on']).execute();
  expect(begun.map(({ person_id }) => person_id).sort()).toEqual([people['N1'], people['N2']].sort());
  expect(await completionsOf(db)).toEqual([]);
  const again = await unchanged(db, () => closeTrainingSession(db, brunoOn(22), { sessionId: SESSION }));
  expect(again).toEqual({ outcome: 'already-closed' });
});

test('it completes the module for whoever had nothing else left, under the ordinary rule and name', async () => {
  const { db, people } = await oneSessionForAPart();
  const learner = people['N1']!;
  await markLessonRead(db, { ...brunoOn(17), by: learner }, { code: 'm1', lesson: '02-orienter' });
  await pass(db, learner);
  const closed = await closeTrainingSession(db, brunoOn(21), { sessionId: SESSION });
  expect(closed).toEqual({ outcome: 'closed', present: 2, completions: 1 });
  expect(await completionsOf(db)).toEqual([{ person_id: learner }]);
  const lines = await db.selectFrom('journal').where('actor_id', '=', learner).select('verb').execute();
  expect(lines.map(({ verb }) => verb).sort()).toEqual(['module:begin', 'module:complete']);
});

test('whoever is in an earlier edition has the lesson counted there', async () => {
  const { db, people } = await oneSessionForAPart();
  await markLessonRead(db, { ...brunoOn(17), by: people['N1']! }, { code: 'm1', lesson: '02-orienter' });
  const renewed = { ...PART, lessons: [...PART.lessons, smallLesson(3, '03-agir', [])] };
  await insertPublishedModule(db, renewed, { edition: 2 });
  await closeTrainingSession(db, brunoOn(21), { sessionId: SESSION });
  expect((await lessonsOf(db, people['N1']!)).sort()).toEqual(['1 01-reperer', '1 02-orienter']);
  expect(await lessonsOf(db, people['N2']!)).toEqual(['2 01-reperer']);
});

test('a late presence counts for what the closing counted for, whatever the module says since', async () => {
  const { db, people } = await oneSessionForAPart();
  await closeTrainingSession(db, brunoOn(21), { sessionId: SESSION });
  await insertPublishedModule(db, smallModule(), { revision: 3 });
  await addAttendance(db, brunoOn(25), { sessionId: SESSION, numbers: ['N4'], reason: 'Feuille retrouvée' });
  expect(await lessonsOf(db, people['N4']!)).toEqual(['1 01-reperer']);
  expect(await completionsOf(db)).toEqual([]);
  expect((await loadSessionPage(db, SESSION, TODAY))?.countedLessons).toMatchObject([{ slug: '01-reperer' }]);
});

test('before the closing its page says what it would count for', async () => {
  const { db } = await oneSessionWithTwoEnrolled();
  expect((await loadSessionPage(db, SESSION, TODAY))?.countedLessons).toBeNull();
  await insertPublishedModule(db, PART, { revision: 2 });
  expect((await loadSessionPage(db, SESSION, TODAY))?.countedLessons).toEqual([
    { slug: '01-reperer', number: 1, title: 'Leçon 01-reperer' },
  ]);
});
