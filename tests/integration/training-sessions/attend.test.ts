import type { Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Database } from '#db/schema.ts';
import { COMPLETION_RULE } from '#domain/progress/edition-progress.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { addAttendance } from '#features/training-sessions/add-attendance.ts';
import { cancelTrainingSession } from '#features/training-sessions/cancel-training-session.ts';
import { closeTrainingSession } from '#features/training-sessions/close-training-session.ts';
import { createTrainingSession } from '#features/training-sessions/create-training-session.ts';
import { loadClosingPage } from '#features/training-sessions/load-closing-page.ts';
import { loadSessionPage } from '#features/training-sessions/load-session-page.ts';
import { recordAttendance } from '#features/training-sessions/record-attendance.ts';
import { withdrawAttendance } from '#features/training-sessions/withdraw-attendance.ts';
import { newId } from '#platform/ids.ts';
import { insertPublishedModule, smallModule } from '#tests/support/published-module.ts';
import { brunoOn, HELD_ON, oneSessionWithTwoEnrolled, SESSION, settings, unchanged } from './scene.ts';

const TODAY = '2026-11-23' as CivilDate;
const presentOf = async (db: Kysely<Database>) =>
  (await loadSessionPage(db, SESSION, TODAY))!.attendees
    .filter(({ isPresent }) => isPresent)
    .map(({ familyName }) => familyName);
const completionsOf = (db: Kysely<Database>) => db.selectFrom('completion').selectAll().execute();
const detailsOf = async (db: Kysely<Database>, verb: string) =>
  (await db.selectFrom('journal').where('verb', '=', verb).select('detail').execute()).map(({ detail }): unknown =>
    JSON.parse(detail),
  );

/** N1 and N2 enrolled, N1 present, the session closed on 21 November. */
async function oneClosedSession() {
  const scene = await oneSessionWithTwoEnrolled();
  await addAttendance(scene.db, brunoOn(20, 15), { sessionId: SESSION, numbers: ['N1'], reason: '' });
  await closeTrainingSession(scene.db, brunoOn(21), { sessionId: SESSION });
  return scene;
}

describe('ticking the list', () => {
  test('keeps who was there; sent twice it changes nothing; a wrong tick is taken back', async () => {
    const { db, people } = await oneSessionWithTwoEnrolled();
    const listed = [people['N1']!, people['N2']!];
    const tick = (present: string[]) => recordAttendance(db, brunoOn(20, 15), { sessionId: SESSION, listed, present });
    expect(await tick(listed)).toEqual({ outcome: 'recorded', present: 2 });
    expect(await unchanged(db, () => tick(listed))).toEqual({ outcome: 'recorded', present: 2 });
    expect(await tick([people['N2']!])).toEqual({ outcome: 'recorded', present: 1 });
    expect(await presentOf(db)).toEqual(['N2']);
  });

  test('leaves alone whoever was added after the list was printed on the screen', async () => {
    const { db, people } = await oneSessionWithTwoEnrolled();
    const listed = [people['N1']!, people['N2']!];
    await addAttendance(db, brunoOn(20, 15), { sessionId: SESSION, numbers: ['N4'], reason: '' });
    await recordAttendance(db, brunoOn(20, 16), { sessionId: SESSION, listed, present: [people['N1']!] });
    expect(await presentOf(db)).toEqual(['N1', 'N4']);
  });

  test('is refused before the day, for somebody off the list, in a session that is not there or is over', async () => {
    const { db, people } = await oneSessionWithTwoEnrolled();
    const tick = (day: number, sessionId: string, present: string[]) =>
      unchanged(db, () => recordAttendance(db, brunoOn(day), { sessionId, listed: [], present }));
    expect(await tick(19, SESSION, [people['N1']!])).toEqual({ outcome: 'not-held-yet' });
    expect(await tick(20, SESSION, [people['N4']!])).toEqual({ outcome: 'not-on-the-list' });
    expect(await tick(20, newId(), [])).toEqual({ outcome: 'no-such-session' });
    await cancelTrainingSession(db, brunoOn(20), { sessionId: SESSION, reason: 'Formateur malade' });
    expect(await tick(20, SESSION, [people['N1']!])).toEqual({ outcome: 'session-over' });
  });
});

describe('pasting HR numbers', () => {
  test('records those who were there, enrolled or not, each once', async () => {
    const { db } = await oneSessionWithTwoEnrolled();
    const paste = () => addAttendance(db, brunoOn(20), { sessionId: SESSION, numbers: ['N1', 'N4'], reason: '' });
    expect(await paste()).toEqual({ outcome: 'added', added: 2 });
    expect(await unchanged(db, paste)).toEqual({ outcome: 'added', added: 0 });
    expect(await presentOf(db)).toEqual(['N1', 'N4']);
  });

  test('names the unknown ones and applies nothing', async () => {
    const { db } = await oneSessionWithTwoEnrolled();
    const paste = () => addAttendance(db, brunoOn(20), { sessionId: SESSION, numbers: ['N1', 'X7'], reason: '' });
    expect(await unchanged(db, paste)).toEqual({ outcome: 'unknown-numbers', numbers: ['X7'] });
  });

  test('is refused before the day, and in a session that is not there or is cancelled', async () => {
    const { db } = await oneSessionWithTwoEnrolled();
    const paste = (day: number, sessionId = SESSION) =>
      unchanged(db, () => addAttendance(db, brunoOn(day), { sessionId, numbers: ['N1'], reason: '' }));
    expect(await paste(19)).toEqual({ outcome: 'not-held-yet' });
    expect(await paste(20, newId())).toEqual({ outcome: 'no-such-session' });
    await cancelTrainingSession(db, brunoOn(20), { sessionId: SESSION, reason: 'Formateur malade' });
    expect(await paste(20)).toEqual({ outcome: 'session-over' });
  });
});

describe('closing', () => {
  test('gives each person present the ordinary completion, done on the day of the session, counted from the closing', async () => {
    const { db, people } = await oneSessionWithTwoEnrolled();
    const numbers = ['N1', 'N4'];
    await addAttendance(db, brunoOn(20), { sessionId: SESSION, numbers, reason: '' });
    const closed = await closeTrainingSession(db, brunoOn(21), { sessionId: SESSION });
    expect(closed).toEqual({ outcome: 'closed', present: 2, completions: 2 });
    const completions = await completionsOf(db);
    expect(completions.map(({ person_id }) => person_id).sort()).toEqual([people['N1'], people['N4']].sort());
    for (const completion of completions)
      expect(completion).toMatchObject({
        edition: 1,
        rule: COMPLETION_RULE,
        completed_on: '2026-11-21',
        done_on: HELD_ON,
      });
    const again = await unchanged(db, () => closeTrainingSession(db, brunoOn(22), { sessionId: SESSION }));
    expect(again).toEqual({ outcome: 'already-closed' });
  });

  test('is journaled for the learner as if they had finished alone, and says of the session only how many', async () => {
    const { db, people } = await oneClosedSession();
    const lines = await db.selectFrom('journal').where('actor_id', '=', people['N1']!).select('verb').execute();
    expect(lines.map(({ verb }) => verb).sort()).toEqual(['module:begin', 'module:complete']);
    expect(await detailsOf(db, 'training-session:close')).toEqual([{ present: 1, completions: 1 }]);
    const ofSession = await db.selectFrom('journal').where('subject_id', '=', SESSION).selectAll().execute();
    expect(JSON.stringify(ofSession)).not.toContain(people['N1']);
  });

  test('gives nothing twice to whoever has completed the live edition, and the live edition alone', async () => {
    const { db } = await oneClosedSession();
    await insertPublishedModule(db, smallModule(), { edition: 2 });
    for (const sessionId of [newId(), newId()]) {
      await createTrainingSession(db, brunoOn(20), { sessionId, ...settings });
      await addAttendance(db, brunoOn(22), { sessionId, numbers: ['N1'], reason: '' });
      await closeTrainingSession(db, brunoOn(22), { sessionId });
    }
    expect((await completionsOf(db)).map(({ edition }) => edition).sort()).toEqual([1, 2]);
  });

  test('of a list that has changed since it was read is refused', async () => {
    const { db } = await oneSessionWithTwoEnrolled();
    await addAttendance(db, brunoOn(20), { sessionId: SESSION, numbers: ['N1'], reason: '' });
    const { presenceMark, present, absent } = (await loadClosingPage(db, SESSION, TODAY))!;
    expect([present, absent].map((people) => people.map(({ familyName }) => familyName))).toEqual([['N1'], ['N2']]);
    await addAttendance(db, brunoOn(20), { sessionId: SESSION, numbers: ['N2'], reason: '' });
    const close = (mark: string) => closeTrainingSession(db, brunoOn(21), { sessionId: SESSION, presenceMark: mark });
    expect(await unchanged(db, () => close(presenceMark))).toEqual({ outcome: 'list-changed' });
    const again = (await loadClosingPage(db, SESSION, TODAY))!;
    expect(await close(again.presenceMark)).toMatchObject({ outcome: 'closed', present: 2 });
  });

  test('is refused before the day, with nobody present, in a session that is not there or is cancelled', async () => {
    const { db } = await oneSessionWithTwoEnrolled();
    const close = (day: number, sessionId = SESSION) =>
      unchanged(db, () => closeTrainingSession(db, brunoOn(day), { sessionId }));
    expect(await close(19)).toEqual({ outcome: 'not-held-yet' });
    expect(await close(20)).toEqual({ outcome: 'nobody-present' });
    expect(await close(20, newId())).toEqual({ outcome: 'no-such-session' });
    await cancelTrainingSession(db, brunoOn(20), { sessionId: SESSION, reason: 'Formateur malade' });
    expect(await close(20)).toEqual({ outcome: 'session-over' });
  });
});

describe('after the closing', () => {
  test('a late presence needs its reason and gives the completion at once, dated of that day', async () => {
    const { db, people } = await oneClosedSession();
    const add = (reason: string) => addAttendance(db, brunoOn(25), { sessionId: SESSION, numbers: ['N2'], reason });
    expect(await unchanged(db, () => add(''))).toEqual({ outcome: 'reason-missing' });
    expect(await add('Feuille retrouvée')).toEqual({ outcome: 'added', added: 1 });
    expect(await unchanged(db, () => add('Feuille retrouvée'))).toEqual({ outcome: 'added', added: 0 });
    const late = (await completionsOf(db)).find(({ person_id }) => person_id === people['N2']);
    expect(late).toMatchObject({ completed_on: '2026-11-25', done_on: HELD_ON, rule: COMPLETION_RULE });
    expect(await detailsOf(db, 'training-session:late-attendance')).toEqual([{ added: 1, completions: 1 }]);
  });

  test('a presence can be taken back with its reason, and the journal says what came of it', async () => {
    const { db, people } = await oneClosedSession();
    const withdraw = () =>
      withdrawAttendance(db, brunoOn(25), { sessionId: SESSION, personId: people['N1']!, reason: 'Confusion de noms' });
    expect(await withdraw()).toEqual({ outcome: 'withdrawn', withdrawn: 1, replaced: 0 });
    expect(await unchanged(db, withdraw)).toEqual({ outcome: 'already-withdrawn' });
    expect(await presentOf(db)).toEqual([]);
    expect(await detailsOf(db, 'training-session:correct-attendance')).toEqual([
      { removed: 1, withdrawn: 1, replaced: 0 },
    ]);
    const page = await loadSessionPage(db, SESSION, TODAY);
    expect(page?.corrections).toMatchObject([
      { familyName: 'N1', reason: 'Confusion de noms', isCompletionWithdrawn: true },
    ]);
  });

  test('a presence taken back can be recorded again, and both are kept', async () => {
    const { db, people } = await oneClosedSession();
    const personId = people['N1']!;
    await withdrawAttendance(db, brunoOn(25), { sessionId: SESSION, personId, reason: 'Confusion de noms' });
    await addAttendance(db, brunoOn(26), { sessionId: SESSION, numbers: ['N1'], reason: 'Il y était' });
    expect(await presentOf(db)).toEqual(['N1']);
    expect((await loadSessionPage(db, SESSION, TODAY))?.corrections).toHaveLength(1);
    expect((await completionsOf(db)).map(({ completed_on, withdrawn_on }) => [completed_on, withdrawn_on])).toEqual([
      ['2026-11-21', '2026-11-25'],
      ['2026-11-26', null],
    ]);
  });

  test('the list is ticked no more', async () => {
    const { db, people } = await oneClosedSession();
    const input = { sessionId: SESSION, listed: [people['N1']!], present: [] };
    expect(await unchanged(db, () => recordAttendance(db, brunoOn(22), input))).toEqual({ outcome: 'session-over' });
  });

  test('a presence is corrected only in a closed session that is there', async () => {
    const { db, people } = await oneSessionWithTwoEnrolled();
    const withdraw = (sessionId = SESSION) =>
      unchanged(db, () =>
        withdrawAttendance(db, brunoOn(22), { sessionId, personId: people['N1']!, reason: 'Erreur' }),
      );
    expect(await withdraw()).toEqual({ outcome: 'not-closed' });
    expect(await withdraw(newId())).toEqual({ outcome: 'no-such-session' });
    await cancelTrainingSession(db, brunoOn(20), { sessionId: SESSION, reason: 'Formateur malade' });
    expect(await withdraw()).toEqual({ outcome: 'session-over' });
  });
});

describe('cancelling', () => {
  test('is reasoned and journaled, once', async () => {
    const { db } = await oneSessionWithTwoEnrolled();
    const cancel = () => cancelTrainingSession(db, brunoOn(19), { sessionId: SESSION, reason: 'Formateur malade' });
    expect(await cancel()).toEqual({ outcome: 'cancelled', withdrawn: 0, replaced: 0 });
    expect(await unchanged(db, cancel)).toEqual({ outcome: 'already-cancelled' });
    expect(await detailsOf(db, 'training-session:cancel')).toEqual([{ reason: 'Formateur malade' }]);
    const missing = { sessionId: newId(), reason: 'Erreur' };
    expect(await unchanged(db, () => cancelTrainingSession(db, brunoOn(19), missing))).toEqual({
      outcome: 'no-such-session',
    });
  });

  test('after the closing takes back what it gave, once, and the journal says so', async () => {
    const { db } = await oneClosedSession();
    const reason = 'Enregistrée deux fois';
    const cancel = () => cancelTrainingSession(db, brunoOn(25), { sessionId: SESSION, reason });
    expect((await loadSessionPage(db, SESSION, TODAY))?.completionsGiven).toBe(1);
    expect(await cancel()).toEqual({ outcome: 'cancelled', withdrawn: 1, replaced: 0 });
    expect(await unchanged(db, cancel)).toEqual({ outcome: 'already-cancelled' });
    expect(await completionsOf(db)).toMatchObject([{ withdrawn_on: '2026-11-25', withdrawn_reason: reason }]);
    expect(await detailsOf(db, 'training-session:cancel')).toEqual([{ reason, withdrawn: 1, replaced: 0 }]);
  });
});
