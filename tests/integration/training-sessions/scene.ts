import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { bruno } from '#db/seeds/cast.ts';
import type { Act } from '#domain/identity/act.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { addDuration, hours, parseInstant } from '#domain/time/instant.ts';
import { createPerson } from '#features/people/create-person.ts';
import { createUnit } from '#features/people/create-unit.ts';
import { createHouse } from '#features/training-sessions/create-house.ts';
import { createTrainingSession } from '#features/training-sessions/create-training-session.ts';
import { enrolPeople } from '#features/training-sessions/enrol-people.ts';
import type { SessionSettings } from '#features/training-sessions/session-settings.ts';
import { insertPublishedModule, smallModule } from '#tests/support/published-module.ts';
import { testDatabase } from '#tests/support/test-database.ts';

export const SESSION = 'b3b7c1de-0000-4000-8000-000000000001';
export const HELD_ON = '2026-11-20' as CivilDate;

const opening: Act = { by: null, at: parseInstant('2026-01-05T08:00:00Z'), requestId: null };

/** Bruno the trainer, at that hour of a day of November 2026. */
export function brunoOn(day: number, hour = 9): Act {
  const at = addDuration(parseInstant(`2026-11-${String(day).padStart(2, '0')}T00:00:00Z`), hours(hour));
  return { by: bruno.personId, at, requestId: 'r1' };
}

export const settings: SessionSettings = {
  heldOn: HELD_ON,
  startsAt: '14:00',
  place: 'Salle des cartes',
  houseId: null,
  trainer: { name: 'Solène Fictive' },
  moduleCode: 'm1',
  seats: 3,
};

/** Units TOP > A, B; Bruno; N1 and N2 in A, N3 and N4 in B; one module; one house; one session of three seats on 20 November. */
export async function oneSession(): Promise<{ db: Kysely<Database>; houseId: string; people: Record<string, string> }> {
  const db = await testDatabase();
  await createUnit(db, opening, { code: 'TOP', name: 'Sommet', parentCode: null });
  for (const code of ['A', 'B']) await createUnit(db, opening, { code, name: `Unité ${code}`, parentCode: 'TOP' });
  const fromDate = '2026-01-05' as CivilDate;
  await createPerson(db, opening, { ...bruno, unitCode: 'TOP', fromDate });
  const people: Record<string, string> = {};
  for (const [hrNumber, unitCode] of [
    ['N1', 'A'],
    ['N2', 'A'],
    ['N3', 'B'],
    ['N4', 'B'],
  ] as const) {
    const person = { hrNumber, givenName: 'Camille', familyName: hrNumber, status: 'civilian', unitCode } as const;
    const created = await createPerson(db, opening, { ...person, fromDate });
    if (created.outcome !== 'created') throw new Error(created.outcome);
    people[hrNumber] = created.personId;
  }
  await insertPublishedModule(db, smallModule());
  const house = await createHouse(db, opening, { name: 'Maison fictive' });
  if (house.outcome !== 'created') throw new Error(house.outcome);
  await createTrainingSession(db, brunoOn(2), { sessionId: SESSION, ...settings });
  return { db, houseId: house.houseId, people };
}

/** The same with N1 and N2 enrolled. */
export async function oneSessionWithTwoEnrolled() {
  const scene = await oneSession();
  await enrolPeople(scene.db, brunoOn(3), { sessionId: SESSION, numbers: ['N1', 'N2'] });
  return scene;
}

const TABLES = [
  'house',
  'training_session',
  'enrolment',
  'attendance',
  'meeting',
  'begun',
  'completion',
  'journal',
] as const;

/** Everything that sessions write, to see that a refusal or a repetition changes nothing. */
export async function everythingWritten(db: Kysely<Database>): Promise<unknown> {
  const tables = TABLES.map(async (table) => [table, await db.selectFrom(table).selectAll().execute()]);
  return Object.fromEntries(await Promise.all(tables));
}

/** Runs a command that must change nothing; returns its answer. */
export async function unchanged<Result>(db: Kysely<Database>, run: () => Promise<Result>): Promise<Result> {
  const before = JSON.stringify(await everythingWritten(db));
  const result = await run();
  if (JSON.stringify(await everythingWritten(db)) !== before) throw new Error('something was written');
  return result;
}
