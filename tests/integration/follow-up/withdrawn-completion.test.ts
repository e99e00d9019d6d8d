import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { parseInstant } from '#domain/time/instant.ts';
import { UnitQuery } from '#features/follow-up/forms.ts';
import { loadUnitPage } from '#features/follow-up/load-unit-page.ts';
import { standingSentence } from '#features/follow-up/standing-sentence.ts';
import { listStillAsked } from '#features/reminders/still-asked-queries.ts';
import { addAttendance } from '#features/training-sessions/add-attendance.ts';
import { closeTrainingSession } from '#features/training-sessions/close-training-session.ts';
import { createTrainingSession } from '#features/training-sessions/create-training-session.ts';
import { withdrawAttendance } from '#features/training-sessions/withdraw-attendance.ts';
import { newId } from '#platform/ids.ts';
import { smallModule } from '#tests/support/published-module.ts';
import { testTasks } from '#tests/support/test-tasks.ts';
import { actorWith, admitTo, followedOrganisation } from './followed-organisation.ts';

const TODAY = '2027-01-08' as CivilDate;
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const on = (day: string): Act => ({ by: null, at: parseInstant(`${day}T09:00:00Z`), requestId: null });

/** Camille, noted in a session of 30 December 2026 that is closed on 4 January 2027. */
async function closedLate() {
  const { db } = await followedOrganisation([smallModule()]);
  const personId = await admitTo(db, 'A', { hr: 'N1' });
  const sessionId = newId();
  await createTrainingSession(db, on('2026-12-01'), {
    ...{ sessionId, heldOn: '2026-12-30' as CivilDate, startsAt: '09:00', place: 'Salle', houseId: null },
    ...{ trainer: { name: 'Solène Fictive' }, moduleCode: 'm1', seats: 5 },
  });
  await addAttendance(db, on('2026-12-30'), { sessionId, numbers: ['N1'], reason: '' });
  await closeTrainingSession(db, on('2027-01-04'), { sessionId });
  const correct = () => withdrawAttendance(db, on('2027-01-08'), { sessionId, personId, reason: 'Confusion de noms' });
  return { db, personId, correct };
}

/** What a manager reads of Camille as of a day, and whether she is shown as late. */
async function readOn(db: Kysely<Database>, day: string) {
  const page = await loadUnitPage({ db, tasks: testTasks(db) }, await actorWith(db, 'administrator'), {
    code: 'A',
    query: UnitQuery.parse({ au: day }),
    today: TODAY,
    url: new URL(`http://localhost/suivi/A?au=${day}`),
  });
  const [person] = page!.people;
  return { sentence: plain(standingSentence(person!)), isLate: person!.isLate, situation: page!.situation };
}

const CLOSED_LATE = 'Terminé le 30 décembre 2026, compté depuis le 4 janvier 2027, version M1 1.1.';

test('a session counts from its closing, says the day it was done, and its person is not late', async () => {
  const { db } = await closedLate();
  expect(await readOn(db, '2027-01-03')).toMatchObject({ sentence: 'Désigné, rien de commencé.', isLate: true });
  expect(await readOn(db, '2027-01-04')).toMatchObject({ sentence: CLOSED_LATE, isLate: false });
});

test('a completion withdrawn counts until the day before, and its person is asked again', async () => {
  const { db, personId, correct } = await closedLate();
  const { situation } = await readOn(db, '2027-01-08');
  expect(await listStillAsked(db, situation, [personId])).toEqual(new Set());
  await correct();
  expect((await readOn(db, '2027-01-07')).sentence).toBe(CLOSED_LATE);
  expect(await readOn(db, '2027-01-08')).toMatchObject({ sentence: 'Commencé le 4 janvier 2027.', isLate: true });
  expect(await listStillAsked(db, situation, [personId])).toEqual(new Set([personId]));
});
