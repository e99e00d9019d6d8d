import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import { parseCountedLessons } from './session-queries.ts';
import { moduleTitle, trainerName } from './session-list-queries.ts';
import type { SessionDates } from './session-state.ts';

/** A session as somebody on its list may know it: nothing of the others who are on it. */
export interface MySessionFacts extends SessionDates {
  startsAt: string;
  place: string;
  houseName: string | null;
  trainerName: string;
  moduleCode: string;
  moduleTitle: string;
  /** Null for whoever came without being enrolled. */
  enrolledAt: Instant | null;
  isPresent: boolean;
  /** Why a presence was taken back after the closing; null when none was. */
  withdrawnReason: string | null;
  countedLessons: string[] | null;
  movedAt: Instant | null;
  movedFrom: { heldOn: CivilDate; startsAt: string; place: string } | null;
}

/** The sessions held since a day, or to come, that a person is enrolled in or attended; the earliest first. */
export async function listMySessions(
  db: Kysely<Database>,
  personId: string,
  since: CivilDate,
): Promise<MySessionFacts[]> {
  const rows = await db
    .selectFrom('training_session as session')
    .innerJoin('module', 'module.id', 'session.module_id')
    .leftJoin('house', 'house.id', 'session.house_id')
    .leftJoin('person as trainer', 'trainer.id', 'session.trainer_id')
    .leftJoin('enrolment', (join) =>
      join.onRef('enrolment.session_id', '=', 'session.id').on('enrolment.person_id', '=', personId),
    )
    .where('session.id', 'in', sessionsOf(personId))
    .where('session.held_on', '>=', since)
    .select(['session.held_on', 'session.starts_at', 'session.place', 'house.name as house_name', 'module.code'])
    .select(['session.closed_at', 'session.cancelled_at', 'session.counted_lessons', 'enrolment.enrolled_at'])
    .select(['moved_at', 'moved_from_date', 'moved_from_starts_at', 'moved_from_place'])
    .select([trainerName.as('trainer'), moduleTitle.as('module_title')])
    .select([isPresent(personId).as('is_present'), withdrawnReason(personId).as('withdrawn_reason')])
    .orderBy('session.held_on')
    .orderBy('session.starts_at')
    .orderBy('session.id')
    .execute();
  return rows.map((row) => ({
    heldOn: row.held_on as CivilDate,
    startsAt: row.starts_at,
    place: row.place,
    houseName: row.house_name,
    trainerName: row.trainer,
    moduleCode: row.code,
    moduleTitle: row.module_title,
    closedAt: row.closed_at as Instant | null,
    cancelledAt: row.cancelled_at as Instant | null,
    enrolledAt: row.enrolled_at as Instant | null,
    isPresent: row.is_present === 1,
    withdrawnReason: row.withdrawn_reason,
    countedLessons: parseCountedLessons(row.counted_lessons),
    movedAt: row.moved_at as Instant | null,
    movedFrom:
      row.moved_from_date === null
        ? null
        : {
            heldOn: row.moved_from_date as CivilDate,
            startsAt: row.moved_from_starts_at!,
            place: row.moved_from_place!,
          },
  }));
}

const sessionsOf = (personId: string) => sql<string>`(select session_id from enrolment where person_id = ${personId}
  union select session_id from attendance where person_id = ${personId})`;

const isPresent = (personId: string) => sql<0 | 1>`exists (select 1 from attendance
  where session_id = session.id and person_id = ${personId} and withdrawn_at is null)`;

const withdrawnReason = (personId: string) => sql<string | null>`(select withdrawn_reason from attendance
  where session_id = session.id and person_id = ${personId} and withdrawn_at is not null
  order by withdrawn_at desc limit 1)`;
