import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { Actor, RoleGrant } from '#domain/identity/roles.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { parseInstant } from '#domain/time/instant.ts';
import { createProgramme } from '#features/obligations/create-programme.ts';
import { createPerson } from '#features/people/create-person.ts';
import { createUnit } from '#features/people/create-unit.ts';
import { insertPublishedModule, smallModule } from '#tests/support/published-module.ts';
import { testDatabase } from '#tests/support/test-database.ts';

export const PROGRAMME = 'formation';
export const day = (text: string) => text as CivilDate;
export const opening: Act = { by: null, at: parseInstant('2026-01-05T08:00:00Z'), requestId: 'r1' };

/** Somebody acting at noon of a day. */
export function actOf(personId: string, on: string) {
  return { by: personId, at: parseInstant(`${on}T12:00:00Z`), requestId: 'r2' };
}

const PEOPLE = [
  ['N1', 'A1', 'military', 'officier', 'infirmier'],
  ['N2', 'A1', 'civilian', 'catégorie B', 'juriste'],
  ['N3', 'B', 'military', 'officier', 'juriste'],
  ['N4', 'B', 'student', null, null],
] as const;

/** Units TOP > A > A1, and B; N1 and N2 in A1, N3 and N4 in B; one programme of one module, from 5 January 2026. */
export async function smallOrganisation(): Promise<{ db: Kysely<Database>; people: Record<string, string> }> {
  const db = await testDatabase();
  await createUnit(db, opening, { code: 'TOP', name: 'Sommet', parentCode: null });
  for (const [code, parentCode] of [
    ['A', 'TOP'],
    ['A1', 'A'],
    ['B', 'TOP'],
  ] as const)
    await createUnit(db, opening, { code, name: `Unité ${code}`, parentCode });
  const people: Record<string, string> = {};
  for (const [hrNumber, unitCode, status, rankGroup, job] of PEOPLE) {
    const person = { hrNumber, givenName: 'Camille', familyName: hrNumber, status, unitCode, rankGroup, job };
    const created = await createPerson(db, opening, { ...person, fromDate: day('2026-01-05') });
    if (created.outcome !== 'created') throw new Error(created.outcome);
    people[hrNumber] = created.personId;
  }
  await insertPublishedModule(db, smallModule());
  await createProgramme(db, opening, {
    slug: PROGRAMME,
    name: 'Formation',
    opensOn: day('2026-01-05'),
    deadline: day('2026-12-31'),
    moduleCodes: ['m1'],
  });
  return { db, people };
}

/** A person with these roles. */
export function actorOf(personId: string, roles: RoleGrant[]): Actor {
  return { personId, givenName: 'Camille', familyName: 'Essai', roles };
}

const TABLES = [
  'programme',
  'programme_module',
  'designation',
  'exemption',
  'credit',
  'absence',
  'pending_decision',
  'person',
  'membership',
  'role_grant',
  'journal',
] as const;

/** Runs what must change nothing; returns its answer. */
export async function unchanged<Result>(db: Kysely<Database>, run: () => Promise<Result>): Promise<Result> {
  const written = async () =>
    JSON.stringify(await Promise.all(TABLES.map((table) => db.selectFrom(table).selectAll().execute())));
  const before = await written();
  const result = await run();
  if ((await written()) !== before) throw new Error('something was written');
  return result;
}
