import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Reading } from './blocks/detail.ts';
import { ofWindow, type WindowKey } from './window-queries.ts';

/** How a module is followed when not in the ordinary way. */
export type OtherPath = 'folded' | 'interview';

export interface EditionKey {
  personId: string;
  moduleId: string;
  edition: number;
}

/** The path that the person chose for the edition, in a window; null on the ordinary one. */
export async function findPath(
  db: Kysely<Database>,
  { personId, moduleId, edition, window }: WindowKey,
): Promise<{ path: OtherPath; isInterviewed: boolean } | null> {
  const row = await db
    .selectFrom('module_path')
    .where('person_id', '=', personId)
    .where('module_id', '=', moduleId)
    .where('edition', '=', edition)
    .where(ofWindow(window))
    .select(['path', 'interviewed_at'])
    .orderBy('chosen_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { path: row.path, isInterviewed: row.interviewed_at !== null } : null;
}

/** How the person chose to read a lesson, or the whole module without its descriptions; null while nothing is chosen. */
export async function findReading(
  db: Kysely<Database>,
  { personId, moduleId, edition, window }: WindowKey,
  lesson: string,
): Promise<Reading | null> {
  const row = await db
    .selectNoFrom([
      sql<string | null>`(select path from module_path
        where person_id = ${personId} and module_id = ${moduleId} and edition = ${edition} and ${ofWindow(window)}
        order by chosen_at desc limit 1)`.as('path'),
      sql<Reading | null>`(select reading from lesson_reading
        where person_id = ${personId} and module_id = ${moduleId} and edition = ${edition} and lesson = ${lesson}
          and ${ofWindow(window)} order by chosen_at desc limit 1)`.as('reading'),
    ])
    .executeTakeFirstOrThrow();
  return row.path === 'folded' ? 'folded' : row.reading;
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

/** A person's latest request for an interview on an edition: once it is asked for anew, the one before waits no more. */
export async function findInterviewRequest(
  db: Kysely<Database>,
  { personId, moduleId, edition }: EditionKey,
): Promise<{ windowFrom: CivilDate; isHeld: boolean } | null> {
  const row = await db
    .selectFrom('module_path')
    .where('person_id', '=', personId)
    .where('module_id', '=', moduleId)
    .where('edition', '=', edition)
    .where('path', '=', 'interview')
    .select(['window_from', 'interviewed_at'])
    .orderBy('window_from', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { windowFrom: row.window_from as CivilDate, isHeld: row.interviewed_at !== null } : null;
}

/** The interviews that are asked for and not held, the oldest first. */
export async function listInterviewRequests(db: Kysely<Database>): Promise<InterviewRequest[]> {
  const rows = await db
    .selectFrom('module_path')
    .innerJoin('person', 'person.id', 'module_path.person_id')
    .where('path', '=', 'interview')
    .where('interviewed_at', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('module_path as later')
            .whereRef('later.person_id', '=', 'module_path.person_id')
            .whereRef('later.module_id', '=', 'module_path.module_id')
            .whereRef('later.edition', '=', 'module_path.edition')
            .whereRef('later.window_from', '>', 'module_path.window_from')
            .where('later.path', '=', 'interview')
            .select('later.edition'),
        ),
      ),
    )
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
