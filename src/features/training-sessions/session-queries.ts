import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { listedValues } from '#platform/db/listed-rows.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { SessionDates } from './session-state.ts';

/** What commands decide from. */
export interface SessionFacts extends SessionDates {
  sessionId: string;
  seats: number;
  startsAt: string;
  place: string;
  moduleId: string;
  moduleCode: string;
  /** What a presence counted for when it was closed; null for the whole module. */
  countedLessons: string[] | null;
}

export async function findSession(db: Kysely<Database>, sessionId: string): Promise<SessionFacts | null> {
  const row = await db
    .selectFrom('training_session')
    .innerJoin('module', 'module.id', 'training_session.module_id')
    .where('training_session.id', '=', sessionId)
    .select(['training_session.id', 'held_on', 'starts_at', 'place', 'seats', 'closed_at', 'cancelled_at'])
    .select(['module_id', 'module.code', 'counted_lessons'])
    .executeTakeFirst();
  return row
    ? {
        sessionId: row.id,
        heldOn: row.held_on as CivilDate,
        startsAt: row.starts_at,
        place: row.place,
        seats: row.seats,
        countedLessons: parseCountedLessons(row.counted_lessons),
        moduleId: row.module_id,
        moduleCode: row.code,
        closedAt: row.closed_at as Instant | null,
        cancelledAt: row.cancelled_at as Instant | null,
      }
    : null;
}

const CountedLessons = z.array(z.string());

/** The lessons that a presence counted for, from their column. */
export function parseCountedLessons(column: string | null): string[] | null {
  return column === null ? null : CountedLessons.parse(JSON.parse(column));
}

/** Who is enrolled. */
export async function listEnrolledIds(db: Kysely<Database>, sessionId: string): Promise<Set<string>> {
  const rows = await db.selectFrom('enrolment').where('session_id', '=', sessionId).select('person_id').execute();
  return new Set(rows.map((row) => row.person_id));
}

/** Who is recorded as having attended. */
export async function listPresentIds(db: Kysely<Database>, sessionId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('attendance')
    .where('session_id', '=', sessionId)
    .where('withdrawn_at', 'is', null)
    .select('person_id')
    .execute();
  return new Set(rows.map((row) => row.person_id));
}

/** Persons by HR number; a number that nobody has is not there. */
export async function findPeopleByNumbers(
  db: Kysely<Database>,
  numbers: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('person')
    .where('hr_number', 'in', listedValues(numbers))
    .select(['id', 'hr_number'])
    .execute();
  return new Map(rows.map((row) => [row.hr_number!, row.id]));
}

export async function findModuleId(db: Kysely<Database>, code: string): Promise<string | null> {
  const row = await db
    .selectFrom('module')
    .where('code', '=', code)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('module_version').whereRef('module_version.module_id', '=', 'module.id').select('edition')),
    )
    .select('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function isPerson(db: Kysely<Database>, personId: string): Promise<boolean> {
  const row = await db.selectFrom('person').where('id', '=', personId).select('id').executeTakeFirst();
  return row !== undefined;
}

export async function findUnitId(db: Kysely<Database>, code: string): Promise<string | null> {
  const row = await db.selectFrom('unit').where('code', '=', code).select('id').executeTakeFirst();
  return row?.id ?? null;
}

/** Persons of a unit, or of a unit below it, on a day, who are not enrolled yet: at most `limit` of them. */
export async function listPeopleToEnrol(
  db: Kysely<Database>,
  { unitId, on, sessionId, limit }: { unitId: string; on: CivilDate; sessionId: string; limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('unit_closure as closure')
    .innerJoin('membership', 'membership.unit_id', 'closure.descendant_id')
    .where('closure.ancestor_id', '=', unitId)
    .where('closure.from_date', '<=', on)
    .where((eb) => eb.or([eb('closure.to_date', 'is', null), eb('closure.to_date', '>', on)]))
    .where('membership.from_date', '<=', on)
    .where((eb) => eb.or([eb('membership.to_date', 'is', null), eb('membership.to_date', '>', on)]))
    .where(
      'membership.person_id',
      'not in',
      sql<string>`(select person_id from enrolment where session_id = ${sessionId})`,
    )
    .select('membership.person_id')
    .distinct()
    .limit(limit)
    .execute();
  return rows.map((row) => row.person_id);
}

/** True when these columns of a session hold these values already. */
export async function hasColumns(
  db: Kysely<Database>,
  sessionId: string,
  columns: Readonly<Record<string, string | number | null>>,
): Promise<boolean> {
  const row: Record<string, unknown> | undefined = await db
    .selectFrom('training_session')
    .where('id', '=', sessionId)
    .selectAll()
    .executeTakeFirst();
  return row !== undefined && Object.entries(columns).every(([name, value]) => row[name] === value);
}
