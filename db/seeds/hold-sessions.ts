import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { addDays, civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import { parseInstant, type Instant } from '#domain/time/instant.ts';
import { addAttendance } from '#features/training-sessions/add-attendance.ts';
import { closeTrainingSession } from '#features/training-sessions/close-training-session.ts';
import { createHouse } from '#features/training-sessions/create-house.ts';
import { createTrainingSession } from '#features/training-sessions/create-training-session.ts';
import { enrolPeople } from '#features/training-sessions/enrol-people.ts';
import { recordMeeting } from '#features/training-sessions/record-meeting.ts';
import { bruno } from './cast.ts';
import type { SeedPerson } from './people.ts';

/** A session of the demonstration, so many days from today; tests open it by its id. */
export const SEED_SESSIONS = {
  closed: { sessionId: '00000000-0000-4000-8000-00000002a001', days: -45 },
  closedBefore: { sessionId: '00000000-0000-4000-8000-00000002a002', days: -160 },
  toClose: { sessionId: '00000000-0000-4000-8000-00000002a003', days: -2 },
  toCome: { sessionId: '00000000-0000-4000-8000-00000002a004', days: 21 },
} as const;

const HOUSES = ['Maison des Trois-Sources (fictive)', 'Association L’Ancrage (fictive)'] as const;
const MEETINGS = [
  { meetingId: '00000000-0000-4000-8000-00000002b001', days: -75, unitCode: 'FM-2', place: 'Base navale', size: 85 },
  { meetingId: '00000000-0000-4000-8000-00000002b002', days: -150, unitCode: 'SE-2', place: 'Amphithéâtre', size: 140 },
] as const;
const SEATS = 12;
const PEOPLE_PER_SESSION = 8;

/** Houses, sessions and meetings, all fictional, as a trainer would have recorded them. */
export async function holdSessions(
  trx: Transaction<Database>,
  opening: Act,
  people: readonly SeedPerson[],
  now: Instant,
): Promise<void> {
  const today = civilDateOf(now);
  const firstDay = addDays(civilDateOf(opening.at), 1);
  const houseIds = await openHouses(trx, opening);
  const candidates = people.filter(({ story, isDesignated }) => story === 'not-started' && isDesignated);
  for (const [index, { sessionId, days }] of Object.values(SEED_SESSIONS).entries()) {
    const heldOn = addDays(today, days);
    if (heldOn < firstDay) continue;
    const numbers = candidates
      .filter(({ arrivedOn }) => arrivedOn <= heldOn)
      .slice(index * PEOPLE_PER_SESSION, (index + 1) * PEOPLE_PER_SESSION)
      .map(({ hrNumber }) => hrNumber);
    await holdSession(trx, { sessionId, heldOn, houseId: houseIds[index % houseIds.length]!, numbers, today });
  }
  for (const [index, { meetingId, days, unitCode, place, size }] of MEETINGS.entries()) {
    const heldOn = addDays(today, days);
    if (heldOn < firstDay) continue;
    const meeting = { meetingId, heldOn, place, houseId: houseIds[index]!, unitCode, audienceSize: size };
    expectOutcome((await recordMeeting(trx, actOn(heldOn), meeting)).outcome, 'recorded');
  }
}

async function openHouses(trx: Transaction<Database>, opening: Act): Promise<string[]> {
  const houseIds = [];
  for (const name of HOUSES) {
    const created = await createHouse(trx, opening, { name });
    if (created.outcome === 'created') houseIds.push(created.houseId);
  }
  return houseIds;
}

interface SessionToHold {
  sessionId: string;
  heldOn: CivilDate;
  houseId: string;
  numbers: string[];
  today: CivilDate;
}

/** All but one of those enrolled come; the latest session is left for somebody to close. */
async function holdSession(
  trx: Transaction<Database>,
  { sessionId, heldOn, houseId, numbers, today }: SessionToHold,
): Promise<void> {
  const planned = actOn(addDays(heldOn < today ? heldOn : today, -10));
  const settings = { heldOn, startsAt: '14:00', place: 'Salle polyvalente', houseId, moduleCode: 'm1', seats: SEATS };
  const trainer = { personId: bruno.personId };
  expectOutcome((await createTrainingSession(trx, planned, { sessionId, ...settings, trainer })).outcome, 'created');
  expectOutcome((await enrolPeople(trx, planned, { sessionId, numbers })).outcome, 'enrolled');
  if (heldOn >= today) return;
  const held = actOn(heldOn);
  const came = numbers.slice(1);
  expectOutcome((await addAttendance(trx, held, { sessionId, numbers: came, reason: '' })).outcome, 'added');
  if (sessionId !== SEED_SESSIONS.toClose.sessionId)
    expectOutcome((await closeTrainingSession(trx, held, { sessionId })).outcome, 'closed');
}

/** Bruno, at the end of the afternoon. */
function actOn(day: CivilDate): Act {
  return { by: bruno.personId, at: parseInstant(`${day}T16:00:00Z`), requestId: null };
}

function expectOutcome(outcome: string, expected: string): void {
  if (outcome !== expected) throw new Error(`the demonstration was refused a session: ${outcome}`);
}
