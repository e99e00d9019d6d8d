import { describe, expect, test } from 'vitest';
import { changeHouse } from '#features/training-sessions/change-house.ts';
import { createHouse } from '#features/training-sessions/create-house.ts';
import { MeetingsQuery, SessionsQuery } from '#features/training-sessions/forms.ts';
import { listHouses } from '#features/training-sessions/house-queries.ts';
import { loadMeetingsPage } from '#features/training-sessions/load-meetings-page.ts';
import { loadSessionsPage } from '#features/training-sessions/load-sessions-page.ts';
import { recordMeeting } from '#features/training-sessions/record-meeting.ts';
import { withdrawMeeting } from '#features/training-sessions/withdraw-meeting.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { newId } from '#platform/ids.ts';
import { brunoOn, HELD_ON, oneSession, unchanged } from './scene.ts';

describe('the short list of houses', () => {
  test('holds each name once, whatever its capitals', async () => {
    const { db } = await oneSession();
    const result = await unchanged(db, () => createHouse(db, brunoOn(3), { name: 'MAISON fictive' }));
    expect(result).toEqual({ outcome: 'name-taken' });
  });

  test('a house is renamed, taken off the list and put back', async () => {
    const { db, houseId } = await oneSession();
    const change = (name: string, isListed: boolean) => changeHouse(db, brunoOn(3), { houseId, name, isListed });
    expect(await change('Maison des essais', false)).toEqual({ outcome: 'changed' });
    expect(await unchanged(db, () => change('Maison des essais', false))).toEqual({ outcome: 'unchanged' });
    expect(await listHouses(db)).toEqual([{ houseId, name: 'Maison des essais', retiredOn: '2026-11-03' }]);
    expect((await loadMeetingsPage(db, MeetingsQuery.parse({}))).houses).toEqual([]);
    await change('Maison des essais', true);
    expect((await loadMeetingsPage(db, MeetingsQuery.parse({}))).houses).toHaveLength(1);
  });

  test('refuses the name of another house, and a house that is not there', async () => {
    const { db, houseId } = await oneSession();
    await createHouse(db, brunoOn(3), { name: 'Association fictive' });
    const change = (id: string, name: string) =>
      unchanged(db, () => changeHouse(db, brunoOn(3), { houseId: id, name, isListed: true }));
    expect(await change(houseId, 'Association fictive')).toEqual({ outcome: 'name-taken' });
    expect(await change(newId(), 'Autre')).toEqual({ outcome: 'no-such-house' });
  });
});

describe('a meeting', () => {
  test('is recorded once, and withdrawn with a reason', async () => {
    const { db, houseId } = await oneSession();
    const meetingId = newId();
    const meeting = { meetingId, heldOn: HELD_ON, place: 'Foyer', houseId, unitCode: 'A', audienceSize: 42 };
    expect(await recordMeeting(db, brunoOn(21), meeting)).toEqual({ outcome: 'recorded' });
    expect(await unchanged(db, () => recordMeeting(db, brunoOn(21), meeting))).toEqual({ outcome: 'already-recorded' });
    const listed = await loadMeetingsPage(db, MeetingsQuery.parse({ recherche: 'unité a' }));
    expect(listed.meetings).toMatchObject([{ place: 'Foyer', houseName: 'Maison fictive', audienceSize: 42 }]);
    const withdraw = () => withdrawMeeting(db, brunoOn(22), { meetingId, reason: 'Autre unité' });
    expect(await withdraw()).toEqual({ outcome: 'withdrawn' });
    expect(await unchanged(db, withdraw)).toEqual({ outcome: 'already-withdrawn' });
  });

  test.each([
    [{ heldOn: '2026-11-22' as CivilDate }, 'not-held-yet'],
    [{ houseId: newId() }, 'no-such-house'],
    [{ unitCode: 'Z' }, 'no-such-unit'],
  ])('with %j is refused', async (change, outcome) => {
    const { db, houseId } = await oneSession();
    const meeting = { meetingId: newId(), heldOn: HELD_ON, place: 'Foyer', houseId, unitCode: 'A', audienceSize: 42 };
    expect(await unchanged(db, () => recordMeeting(db, brunoOn(21), { ...meeting, ...change }))).toEqual({ outcome });
  });
});

test.each([
  [{ recherche: 'SOLENE cartes', etat: 'to-come' }, 1],
  [{ recherche: 'solène ailleurs' }, 0],
  [{ recherche: 'cartes' }, 1],
  [{ recherche: 'solène' }, 1],
  [{ etat: 'to-come' }, 1],
  [{ etat: 'to-close' }, 0],
  [{ etat: 'closed' }, 0],
  [{ etat: 'cancelled' }, 0],
  [{ etat: 'n’importe quoi', tri: 'lieu' }, 1],
])('the list of sessions for %j holds %i', async (query, count) => {
  const { db } = await oneSession();
  const page = await loadSessionsPage(db, SessionsQuery.parse(query), '2026-11-10' as CivilDate);
  expect([page.count, page.sessions.length]).toEqual([count, count]);
});
