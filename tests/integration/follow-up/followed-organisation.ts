import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { onTestFinished } from 'vitest';
import { migrateToLatest } from '#db/migrator.ts';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { Actor, Role } from '#domain/identity/roles.ts';
import type { PersonStatus } from '#domain/identity/person-status.ts';
import type { CompiledModule } from '#domain/module/compiled-module.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { parseInstant } from '#domain/time/instant.ts';
import { createProgramme } from '#features/obligations/create-programme.ts';
import { designatePerson } from '#features/obligations/designate-person.ts';
import { createPerson } from '#features/people/create-person.ts';
import { createUnit } from '#features/people/create-unit.ts';
import { insertPublishedModule } from '#tests/support/published-module.ts';
import { openDatabase, openReader } from '#platform/db/open-database.ts';

export const NOW = parseInstant('2026-11-23T13:32:00Z');
export const TODAY = '2026-11-23' as CivilDate;
export const act: Act = { by: null, at: parseInstant('2026-01-05T08:00:00Z'), requestId: null };
const SINCE = '2026-01-05' as CivilDate;

/** Units Sommet > Unité A > Équipe A1, Sommet > Unité B, and one programme, on disk, as a server holds them. */
export async function followedOrganisation(modules: CompiledModule[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'reperes-follow-up-'));
  const file = join(folder, 'reperes.sqlite');
  const db = openDatabase(file, { durability: 'off' });
  onTestFinished(async () => {
    await db.destroy();
    rmSync(folder, { recursive: true, force: true });
  });
  await migrateToLatest(db);
  await createUnit(db, act, { code: 'TOP', name: 'Sommet', parentCode: null });
  await createUnit(db, act, { code: 'A', name: 'Unité A', parentCode: 'TOP' });
  await createUnit(db, act, { code: 'A1', name: 'Équipe A1', parentCode: 'A' });
  await createUnit(db, act, { code: 'B', name: 'Unité B', parentCode: 'TOP' });
  for (const module of modules) await insertPublishedModule(db, module);
  const moduleCodes = modules.map(({ code }) => code);
  const deadline = '2026-12-31' as CivilDate;
  await createProgramme(db, act, { slug: 'vss', name: 'Parcours VSS', opensOn: SINCE, deadline, moduleCodes });
  return { db, openReader: () => openReader(file) };
}

/** Somebody of a unit, designated unless said otherwise. */
export async function admitTo(
  db: Kysely<Database>,
  unitCode: string,
  {
    name = 'Petit',
    given = 'Camille',
    hr = null as string | null,
    isDesignated = true,
    status = 'civilian' as PersonStatus,
  } = {},
): Promise<string> {
  const person = { hrNumber: hr, givenName: given, familyName: name, status, unitCode } as const;
  const created = await createPerson(db, act, { ...person, fromDate: SINCE });
  if (created.outcome !== 'created') throw new Error(created.outcome);
  if (isDesignated) await designatePerson(db, act, { programme: 'vss', personId: created.personId, from: SINCE });
  return created.personId;
}

/** Somebody signed in with one role, over a unit when it is given. */
export async function actorWith(db: Kysely<Database>, role: Role, unitCode: string | null = null): Promise<Actor> {
  const unit = unitCode === null ? null : await unitIdOf(db, unitCode);
  return { personId: 'somebody', givenName: 'Chloé', familyName: 'Martel', roles: [{ role, unitId: unit }] };
}

export async function unitIdOf(db: Kysely<Database>, code: string): Promise<string> {
  return (await db.selectFrom('unit').where('code', '=', code).select('id').executeTakeFirstOrThrow()).id;
}
