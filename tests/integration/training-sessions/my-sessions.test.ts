import type { Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Database } from '#db/schema.ts';
import { addDays, type CivilDate } from '#domain/time/civil-date.ts';
import { addAttendance } from '#features/training-sessions/add-attendance.ts';
import { cancelTrainingSession } from '#features/training-sessions/cancel-training-session.ts';
import { changeTrainingSession } from '#features/training-sessions/change-training-session.ts';
import { closeTrainingSession } from '#features/training-sessions/close-training-session.ts';
import { enrolPeople } from '#features/training-sessions/enrol-people.ts';
import { loadMySessions } from '#features/training-sessions/load-my-sessions.ts';
import { withdrawAttendance } from '#features/training-sessions/withdraw-attendance.ts';
import { insertPublishedModule, smallModule } from '#tests/support/published-module.ts';
import { brunoOn, HELD_ON, oneSessionWithTwoEnrolled, SESSION, settings } from './scene.ts';

const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}` as CivilDate;
const NOTHING = { coming: [], held: [] };

/** What somebody is told of their only session. */
async function newsOf(db: Kysely<Database>, personId: string, today: CivilDate): Promise<unknown> {
  const { coming, held } = await loadMySessions(db, personId, today);
  return { coming: coming.map(({ news }) => news), held: held.map(({ news }) => news) };
}

const present = (db: Kysely<Database>, numbers: string[]) =>
  addAttendance(db, brunoOn(20, 15), { sessionId: SESSION, numbers, reason: '' });
const close = (db: Kysely<Database>) => closeTrainingSession(db, brunoOn(21), { sessionId: SESSION });

describe('a session to come', () => {
  test('is told to those enrolled alone, with its date, its place, who gives it and the module', async () => {
    const { db, people } = await oneSessionWithTwoEnrolled();
    const { coming, held } = await loadMySessions(db, people['N1']!, day(10));
    expect(coming).toEqual([
      {
        heldOn: HELD_ON,
        startsAt: '14:00',
        place: 'Salle des cartes',
        houseName: null,
        trainerName: 'Solène Fictive',
        moduleTitle: 'Détecter et orienter',
        moduleHref: '/modules/m1',
        isToday: false,
        news: { kind: 'to-come' },
      },
    ]);
    expect(held).toEqual([]);
    expect(await loadMySessions(db, people['N3']!, day(10))).toEqual(NOTHING);
  });

  test('is still to come on its day, then awaited until it is closed', async () => {
    const { db, people } = await oneSessionWithTwoEnrolled();
    expect((await loadMySessions(db, people['N1']!, HELD_ON)).coming).toMatchObject([{ isToday: true }]);
    expect(await newsOf(db, people['N1']!, day(21))).toEqual({ coming: [], held: [{ kind: 'awaited' }] });
  });

  test('says from when it was moved, to those who knew of it', async () => {
    const { db, people } = await oneSessionWithTwoEnrolled();
    const change = { sessionId: SESSION, ...settings, heldOn: day(27), place: 'Amphithéâtre' };
    await changeTrainingSession(db, brunoOn(4), change);
    await enrolPeople(db, brunoOn(5), { sessionId: SESSION, numbers: ['N4'] });
    const from = { heldOn: HELD_ON, startsAt: '14:00', place: 'Salle des cartes' };
    expect(await newsOf(db, people['N1']!, day(10))).toEqual({ coming: [{ kind: 'moved', from }], held: [] });
    expect(await newsOf(db, people['N4']!, day(10))).toEqual({ coming: [{ kind: 'to-come' }], held: [] });
  });

  test('is not moved by more seats', async () => {
    const { db, people } = await oneSessionWithTwoEnrolled();
    await changeTrainingSession(db, brunoOn(4), { sessionId: SESSION, ...settings, seats: 8 });
    expect(await newsOf(db, people['N1']!, day(10))).toEqual({ coming: [{ kind: 'to-come' }], held: [] });
  });

  test('is said to be cancelled until a week after its day, without the reason', async () => {
    const { db, people } = await oneSessionWithTwoEnrolled();
    await cancelTrainingSession(db, brunoOn(9), { sessionId: SESSION, reason: 'Formateur malade' });
    expect(await newsOf(db, people['N1']!, day(27))).toEqual({ coming: [{ kind: 'cancelled' }], held: [] });
    expect(JSON.stringify(await loadMySessions(db, people['N1']!, day(10)))).not.toContain('malade');
    expect(await loadMySessions(db, people['N1']!, day(28))).toEqual(NOTHING);
  });
});

describe('a session that was closed', () => {
  test('tells each person what it gave, enrolled or not, and nothing of the others', async () => {
    const { db, people } = await oneSessionWithTwoEnrolled();
    await present(db, ['N1', 'N4']);
    await close(db);
    expect(await newsOf(db, people['N1']!, day(23))).toEqual({ coming: [], held: [{ kind: 'completed' }] });
    expect(await newsOf(db, people['N4']!, day(23))).toEqual({ coming: [], held: [{ kind: 'completed' }] });
    expect(await newsOf(db, people['N2']!, day(23))).toEqual({ coming: [], held: [{ kind: 'not-present' }] });
  });

  test('says for how many lessons it counted', async () => {
    const { db, people } = await oneSessionWithTwoEnrolled();
    await insertPublishedModule(db, smallModule({ givenInPerson: ['01-reperer'] }), { revision: 2 });
    await present(db, ['N1']);
    await close(db);
    expect(await newsOf(db, people['N1']!, day(23))).toEqual({ coming: [], held: [{ kind: 'lessons', count: 1 }] });
  });

  test('says that a presence was taken back', async () => {
    const { db, people } = await oneSessionWithTwoEnrolled();
    await present(db, ['N1', 'N2']);
    await close(db);
    await withdrawAttendance(db, brunoOn(22), { sessionId: SESSION, personId: people['N1']!, reason: 'Confusion' });
    expect(await newsOf(db, people['N1']!, day(23))).toEqual({
      coming: [],
      held: [{ kind: 'presence-withdrawn', reason: 'Confusion' }],
    });
  });

  test('that is cancelled afterwards says so to those who were there, as long as it is told of', async () => {
    const { db, people } = await oneSessionWithTwoEnrolled();
    await present(db, ['N1']);
    await close(db);
    await cancelTrainingSession(db, brunoOn(22), { sessionId: SESSION, reason: 'Enregistrée deux fois' });
    expect(await newsOf(db, people['N1']!, day(30))).toEqual({ coming: [], held: [{ kind: 'cancelled-after' }] });
    expect(await newsOf(db, people['N2']!, day(30))).toEqual(NOTHING);
  });

  test('is told of for ninety days', async () => {
    const { db, people } = await oneSessionWithTwoEnrolled();
    await present(db, ['N1']);
    await close(db);
    expect((await loadMySessions(db, people['N1']!, addDays(HELD_ON, 90))).held).toHaveLength(1);
    expect(await loadMySessions(db, people['N1']!, addDays(HELD_ON, 91))).toEqual(NOTHING);
  });
});
