import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Reading } from './blocks/detail.ts';

/** How a module is followed when not in the ordinary way. */
export type OtherPath = 'folded' | 'interview';

export interface EditionKey {
  personId: string;
  moduleId: string;
  edition: number;
}

/** The path that the person chose for the edition; null on the ordinary one. */
export async function findPath(
  db: Kysely<Database>,
  { personId, moduleId, edition }: EditionKey,
): Promise<{ path: OtherPath; isInterviewed: boolean } | null> {
  const row = await db
    .selectFrom('module_path')
    .where('person_id', '=', personId)
    .where('module_id', '=', moduleId)
    .where('edition', '=', edition)
    .select(['path', 'interviewed_at'])
    .executeTakeFirst();
  return row ? { path: row.path, isInterviewed: row.interviewed_at !== null } : null;
}

/** How the person chose to read a lesson, or the whole module without its descriptions; null while nothing is chosen. */
export async function findReading(
  db: Kysely<Database>,
  { personId, moduleId, edition }: EditionKey,
  lesson: string,
): Promise<Reading | null> {
  const row = await db
    .selectNoFrom([
      sql<string | null>`(select path from module_path
        where person_id = ${personId} and module_id = ${moduleId} and edition = ${edition})`.as('path'),
      sql<Reading | null>`(select reading from lesson_reading
        where person_id = ${personId} and module_id = ${moduleId} and edition = ${edition} and lesson = ${lesson})`.as(
        'reading',
      ),
    ])
    .executeTakeFirstOrThrow();
  return row.path === 'folded' ? 'folded' : row.reading;
}

export async function hasBegun(db: Kysely<Database>, { personId, moduleId, edition }: EditionKey): Promise<boolean> {
  const row = await db
    .selectFrom('begun')
    .where('person_id', '=', personId)
    .where('module_id', '=', moduleId)
    .where('edition', '=', edition)
    .select('edition')
    .executeTakeFirst();
  return row !== undefined;
}

export interface InterviewRequest extends EditionKey {
  givenName: string;
  familyName: string;
  hrNumber: string | null;
  /** Where the person is today; several when they are in several. */
  units: string;
  moduleTitle: string;
  askedAt: Instant;
}

/** The interviews that are asked for and not held, the oldest first. */
export async function listInterviewRequests(db: Kysely<Database>): Promise<InterviewRequest[]> {
  const rows = await db
    .selectFrom('module_path')
    .innerJoin('person', 'person.id', 'module_path.person_id')
    .where('path', '=', 'interview')
    .where('interviewed_at', 'is', null)
    .select(['person_id', 'module_id', 'edition', 'chosen_at', 'given_name', 'family_name', 'hr_number'])
    .select((eb) =>
      eb
        .selectFrom('membership')
        .innerJoin('unit', 'unit.id', 'membership.unit_id')
        .whereRef('membership.person_id', '=', 'module_path.person_id')
        .where('to_date', 'is', null)
        .select(sql<string>`group_concat(unit.name, ', ')`.as('names'))
        .as('units'),
    )
    .select((eb) =>
      eb
        .selectFrom('module_version')
        .whereRef('module_version.module_id', '=', 'module_path.module_id')
        .whereRef('module_version.edition', '=', 'module_path.edition')
        .orderBy('revision', 'desc')
        .limit(1)
        .select('title')
        .as('title'),
    )
    .orderBy('chosen_at')
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    moduleId: row.module_id,
    edition: row.edition,
    givenName: row.given_name,
    familyName: row.family_name,
    hrNumber: row.hr_number,
    units: row.units ?? '',
    moduleTitle: row.title ?? '',
    askedAt: row.chosen_at as Instant,
  }));
}
