import { describe, expect, test } from 'vitest';
import { bruno } from '#db/seeds/cast.ts';
import type { Act } from '#domain/identity/act.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { parseInstant } from '#domain/time/instant.ts';
import { movePerson } from '#features/people/move-person.ts';
import { cancelTrainingSession } from '#features/training-sessions/cancel-training-session.ts';
import { changeTrainingSession } from '#features/training-sessions/change-training-session.ts';
import { createTrainingSession } from '#features/training-sessions/create-training-session.ts';
import { enrolPeople } from '#features/training-sessions/enrol-people.ts';
import { enrolUnit } from '#features/training-sessions/enrol-unit.ts';
import { loadSessionPage } from '#features/training-sessions/load-session-page.ts';
import { recordAttendance } from '#features/training-sessions/record-attendance.ts';
import { withdrawEnrolment } from '#features/training-sessions/withdraw-enrolment.ts';
import { newId } from '#platform/ids.ts';
import { brunoOn, HELD_ON, oneSession, oneSessionWithTwoEnrolled, SESSION, settings, unchanged } from './scene.ts';

const TODAY = '2026-11-23' as CivilDate;

async function namesOf(db: Parameters<typeof loadSessionPage>[0]): Promise<string[]> {
  const page = await loadSessionPage(db, SESSION, TODAY);
  return page!.attendees.map(({ familyName }) => familyName);
}

describe('planning a session', () => {
  test('keeps what was asked, once, with its line in the journal', async () => {
    const { db, houseId } = await oneSession();
    const sessionId = newId();
    const input = { sessionId, ...settings, houseId, trainer: { personId: bruno.personId } };
    expect(await createTrainingSession(db, brunoOn(3), input)).toEqual({ outcome: 'created' });
    const again = await unchanged(db, () => createTrainingSession(db, brunoOn(3, 10), input));
    expect(again).toEqual({ outcome: 'already-created' });
    const { session } = (await loadSessionPage(db, sessionId, '2026-11-03' as CivilDate))!;
    expect(session).toMatchObject({
      houseName: 'Maison fictive',
      trainerName: 'Bruno Le Goff',
      moduleTitle: 'Détecter et orienter',
      state: 'to-come',
    });
    const lines = await db.selectFrom('journal').where('subject_id', '=', sessionId).select('verb').execute();
    expect(lines).toEqual([{ verb: 'training-session:create' }]);
  });

  test.each([
    [{ moduleCode: 'm9' }, 'no-such-module'],
    [{ houseId: newId() }, 'no-such-house'],
    [{ trainer: { personId: newId() } }, 'no-such-trainer'],
    [{ heldOn: '2028-11-03' as CivilDate }, 'day-too-far'],
    [{ heldOn: '2025-11-02' as CivilDate }, 'day-too-old'],
  ])('refuses %j', async (change, outcome) => {
    const { db } = await oneSession();
    const input = { sessionId: newId(), ...settings, ...change };
    expect(await unchanged(db, () => createTrainingSession(db, brunoOn(3), input))).toEqual({ outcome });
  });
});

describe('changing a session', () => {
  test('moves it and gives it more seats', async () => {
    const { db } = await oneSessionWithTwoEnrolled();
    const change = { sessionId: SESSION, ...settings, seats: 12, place: 'Amphithéâtre' };
    expect(await changeTrainingSession(db, brunoOn(4), change)).toEqual({ outcome: 'changed' });
    const again = await unchanged(db, () => changeTrainingSession(db, brunoOn(5), change));
    expect(again).toEqual({ outcome: 'unchanged' });
    const page = await loadSessionPage(db, SESSION, TODAY);
    expect(page?.session).toMatchObject({ seats: 12, place: 'Amphithéâtre', enrolledCount: 2 });
  });

  test('never leaves somebody enrolled without a seat', async () => {
    const { db } = await oneSessionWithTwoEnrolled();
    const change = { sessionId: SESSION, ...settings, seats: 1 };
    const result = await unchanged(db, () => changeTrainingSession(db, brunoOn(4), change));
    expect(result).toEqual({ outcome: 'seats-taken', enrolled: 2 });
  });

  test('does not send to the future a session that people attended', async () => {
    const { db, people } = await oneSessionWithTwoEnrolled();
    const present = [people['N1']!];
    await recordAttendance(db, brunoOn(20), { sessionId: SESSION, listed: present, present });
    const change = { sessionId: SESSION, ...settings, heldOn: '2026-11-30' as CivilDate };
    const result = await unchanged(db, () => changeTrainingSession(db, brunoOn(21), change));
    expect(result).toEqual({ outcome: 'attended-already' });
  });

  test('keeps it within the days that can be meant, but for the day it has', async () => {
    const { db } = await oneSession();
    const change = (act: Act, heldOn: string, place: string) =>
      changeTrainingSession(db, act, { sessionId: SESSION, ...settings, heldOn: heldOn as CivilDate, place });
    expect(await unchanged(db, () => change(brunoOn(4), '2029-01-01', 'Ici'))).toEqual({ outcome: 'day-too-far' });
    expect(await unchanged(db, () => change(brunoOn(4), '2025-11-01', 'Ici'))).toEqual({ outcome: 'day-too-old' });
    const muchLater = { ...brunoOn(4), at: parseInstant('2028-06-01T08:00:00Z') };
    expect(await change(muchLater, HELD_ON, 'Ici')).toEqual({ outcome: 'changed' });
  });

  test('is refused once it is cancelled, and for a session that does not exist', async () => {
    const { db } = await oneSession();
    await cancelTrainingSession(db, brunoOn(4), { sessionId: SESSION, reason: 'Salle fermée' });
    for (const [sessionId, outcome] of [
      [SESSION, 'session-over'],
      [newId(), 'no-such-session'],
    ] as const)
      expect(await unchanged(db, () => changeTrainingSession(db, brunoOn(5), { sessionId, ...settings }))).toEqual({
        outcome,
      });
  });
});

describe('enrolling', () => {
  test('by HR number: each once, however often sent', async () => {
    const { db } = await oneSession();
    const numbers = ['N1', 'N3'];
    expect(await enrolPeople(db, brunoOn(3), { sessionId: SESSION, numbers })).toEqual({
      outcome: 'enrolled',
      added: 2,
    });
    const again = await unchanged(db, () => enrolPeople(db, brunoOn(3), { sessionId: SESSION, numbers }));
    expect(again).toEqual({ outcome: 'enrolled', added: 0 });
    expect(await namesOf(db)).toEqual(['N1', 'N3']);
  });

  test('names the unknown numbers and enrols nobody', async () => {
    const { db } = await oneSession();
    const numbers = ['N1', 'X1', 'X2'];
    const result = await unchanged(db, () => enrolPeople(db, brunoOn(3), { sessionId: SESSION, numbers }));
    expect(result).toEqual({ outcome: 'unknown-numbers', numbers: ['X1', 'X2'] });
  });

  test('respects the seats, those already enrolled counted once', async () => {
    const { db } = await oneSessionWithTwoEnrolled();
    const tooMany = { sessionId: SESSION, numbers: ['N2', 'N3', 'N4'] };
    const result = await unchanged(db, () => enrolPeople(db, brunoOn(4), tooMany));
    expect(result).toEqual({ outcome: 'seats-lacking', left: 1 });
    const enough = { sessionId: SESSION, numbers: ['N1', 'N2', 'N3'] };
    expect(await enrolPeople(db, brunoOn(4), enough)).toEqual({ outcome: 'enrolled', added: 1 });
  });

  test('a whole unit, as it is on the day of the session', async () => {
    const { db, people } = await oneSession();
    const act = brunoOn(4);
    await movePerson(db, act, { personId: people['N3']!, unitCode: 'A', on: '2026-11-10' as CivilDate });
    expect(await enrolUnit(db, act, { sessionId: SESSION, unitCode: 'A' })).toEqual({ outcome: 'enrolled', added: 3 });
    expect(await namesOf(db)).toEqual(['N1', 'N2', 'N3']);
    const again = await unchanged(db, () => enrolUnit(db, act, { sessionId: SESSION, unitCode: 'A' }));
    expect(again).toEqual({ outcome: 'enrolled', added: 0 });
  });

  test('a unit with more people than seats enrols nobody', async () => {
    const { db } = await oneSession();
    const result = await unchanged(db, () => enrolUnit(db, brunoOn(4), { sessionId: SESSION, unitCode: 'TOP' }));
    expect(result).toEqual({ outcome: 'seats-lacking', left: 3 });
  });

  test('is refused for a unit, or in a session, that is not there, or no more', async () => {
    const { db } = await oneSession();
    const enrol = (sessionId: string) => enrolPeople(db, brunoOn(4), { sessionId, numbers: ['N1'] });
    expect(await unchanged(db, () => enrolUnit(db, brunoOn(4), { sessionId: SESSION, unitCode: 'Z' }))).toEqual({
      outcome: 'no-such-unit',
    });
    expect(await unchanged(db, () => enrol(newId()))).toEqual({ outcome: 'no-such-session' });
    await cancelTrainingSession(db, brunoOn(4), { sessionId: SESSION, reason: 'Salle fermée' });
    expect(await unchanged(db, () => enrol(SESSION))).toEqual({ outcome: 'session-over' });
  });

  test('can be taken back, once, but not for whoever attended', async () => {
    const { db, people } = await oneSessionWithTwoEnrolled();
    const [first, second] = [people['N1']!, people['N2']!];
    const withdraw = (personId: string) => withdrawEnrolment(db, brunoOn(20, 15), { sessionId: SESSION, personId });
    await recordAttendance(db, brunoOn(20, 14), { sessionId: SESSION, listed: [first, second], present: [first] });
    expect(await unchanged(db, () => withdraw(first))).toEqual({ outcome: 'present' });
    expect(await withdraw(second)).toEqual({ outcome: 'withdrawn' });
    expect(await unchanged(db, () => withdraw(second))).toEqual({ outcome: 'already-withdrawn' });
    expect(await namesOf(db)).toEqual(['N1']);
  });
});

test('a session is on the day it is held no more to come', async () => {
  const { db } = await oneSession();
  const stateOn = async (day: string) => (await loadSessionPage(db, SESSION, day as CivilDate))?.session.state;
  expect(await stateOn('2026-11-19')).toBe('to-come');
  expect(await stateOn(HELD_ON)).toBe('to-close');
});
