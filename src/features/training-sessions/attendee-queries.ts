import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';

/** Somebody on the list of a session. */
export interface Attendee {
  personId: string;
  givenName: string;
  familyName: string;
  hrNumber: string | null;
  unitName: string | null;
  isEnrolled: boolean;
  isPresent: boolean;
  /** Why the presence was recorded after the closing. */
  lateReason: string | null;
}

/** Who is enrolled or was there, by name. */
export async function listAttendees(db: Kysely<Database>, sessionId: string, on: CivilDate): Promise<Attendee[]> {
  const rows = await db
    .selectFrom('person')
    .leftJoin('enrolment', (join) =>
      join.onRef('enrolment.person_id', '=', 'person.id').on('enrolment.session_id', '=', sessionId),
    )
    .leftJoin('attendance', (join) =>
      join
        .onRef('attendance.person_id', '=', 'person.id')
        .on('attendance.session_id', '=', sessionId)
        .on('attendance.withdrawn_at', 'is', null),
    )
    .where(
      'person.id',
      'in',
      sql<string>`(select person_id from enrolment where session_id = ${sessionId}
        union select person_id from attendance where session_id = ${sessionId} and withdrawn_at is null)`,
    )
    .select(['person.id', 'given_name', 'family_name', 'hr_number'])
    .select(['enrolment.enrolled_at', 'attendance.id as attendance_id', 'attendance.late_reason'])
    .select((eb) =>
      eb
        .selectFrom('membership')
        .innerJoin('unit', 'unit.id', 'membership.unit_id')
        .whereRef('membership.person_id', '=', 'person.id')
        .where('membership.from_date', '<=', on)
        .where((or) => or.or([or('membership.to_date', 'is', null), or('membership.to_date', '>', on)]))
        .orderBy('membership.from_date', 'desc')
        .limit(1)
        .select('unit.name')
        .as('unit_name'),
    )
    .orderBy(sql`folded(family_name)`)
    .orderBy(sql`folded(given_name)`)
    .orderBy('person.id')
    .execute();
  return rows.map((row) => ({
    personId: row.id,
    givenName: row.given_name,
    familyName: row.family_name,
    hrNumber: row.hr_number,
    unitName: row.unit_name,
    isEnrolled: row.enrolled_at !== null,
    isPresent: row.attendance_id !== null,
    lateReason: row.late_reason,
  }));
}

/** A presence that was taken back after the closing. */
export interface Correction {
  givenName: string;
  familyName: string;
  at: Instant;
  reason: string;
  /** The completion that it had given was withdrawn with it. */
  isCompletionWithdrawn: boolean;
}

export async function listCorrections(db: Kysely<Database>, sessionId: string): Promise<Correction[]> {
  const rows = await db
    .selectFrom('attendance')
    .innerJoin('person', 'person.id', 'attendance.person_id')
    .leftJoin('completion', 'completion.id', 'attendance.completion_id')
    .where('session_id', '=', sessionId)
    .where('attendance.withdrawn_at', 'is not', null)
    .select(['given_name', 'family_name', 'attendance.withdrawn_at', 'attendance.withdrawn_reason'])
    .select('completion.withdrawn_on')
    .orderBy('attendance.withdrawn_at')
    .execute();
  return rows.map((row) => ({
    givenName: row.given_name,
    familyName: row.family_name,
    at: row.withdrawn_at as Instant,
    reason: row.withdrawn_reason ?? '',
    isCompletionWithdrawn: row.withdrawn_on !== null,
  }));
}

/** How many completions the presences of a session gave that count still. */
export async function countCompletionsGiven(db: Kysely<Database>, sessionId: string): Promise<number> {
  const row = await db
    .selectFrom('attendance')
    .innerJoin('completion', 'completion.id', 'attendance.completion_id')
    .where('session_id', '=', sessionId)
    .where('attendance.withdrawn_at', 'is', null)
    .where('completion.withdrawn_on', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}
