import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { SessionSort } from './forms.ts';
import { searchedWords } from './searched-words.ts';
import { parseCountedLessons } from './session-queries.ts';
import type { SessionDates, SessionState } from './session-state.ts';

/** A session as lists and its own page show it. */
export interface SessionLine extends SessionDates {
  sessionId: string;
  startsAt: string;
  place: string;
  houseId: string | null;
  houseName: string | null;
  trainerId: string | null;
  trainerName: string;
  moduleCode: string;
  moduleTitle: string;
  seats: number;
  enrolledCount: number;
  presentCount: number;
  cancelReason: string | null;
  /** What a presence counted for when it was closed; null for the whole module. */
  countedLessons: string[] | null;
}

export interface SessionFilter {
  state: SessionState | null;
  search: string;
  today: CivilDate;
}

/** One page of the sessions that the filter keeps. */
export async function listSessions(
  db: Kysely<Database>,
  filter: SessionFilter,
  { sort, limit, offset }: { sort: SessionSort; limit: number; offset: number },
): Promise<SessionLine[]> {
  const direction = sort === 'suite' || sort.startsWith('-') ? 'desc' : 'asc';
  const column =
    sort === 'suite' ? isToClose(filter.today) : SORTED_BY[sort.replace('-', '') as keyof typeof SORTED_BY];
  const rows = await selectSessions(filtered(db, filter))
    .orderBy(column, direction)
    .orderBy('session.held_on', 'desc')
    .orderBy('session.starts_at', 'desc')
    .orderBy('session.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(toLine);
}

export async function countSessions(db: Kysely<Database>, filter: SessionFilter): Promise<number> {
  const row = await filtered(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function findSessionLine(db: Kysely<Database>, sessionId: string): Promise<SessionLine | null> {
  const row = await selectSessions(sessions(db)).where('session.id', '=', sessionId).executeTakeFirst();
  return row ? toLine(row) : null;
}

/** The title of a session's module today. */
export const moduleTitle = sql<string>`(select title from module_version where module_id = session.module_id
  order by edition desc, revision desc limit 1)`;
export const trainerName = sql<string>`ifnull(session.trainer_name, trainer.given_name || ' ' || trainer.family_name)`;

const isToClose = (today: CivilDate) =>
  sql`(session.closed_at is null and session.cancelled_at is null and session.held_on <= ${today})`;

const SORTED_BY = {
  date: sql`session.held_on`,
  module: sql`module.code`,
  lieu: sql`folded(session.place)`,
  maison: sql`folded(ifnull(house.name, ''))`,
};

const COLUMNS = [
  'session.id',
  'session.held_on',
  'session.starts_at',
  'session.place',
  'session.house_id',
  'house.name as house_name',
  'session.trainer_id',
  trainerName.as('trainer'),
  'module.code',
  moduleTitle.as('module_title'),
  'session.seats',
  'session.closed_at',
  'session.cancelled_at',
  'session.cancel_reason',
  'session.counted_lessons',
  sql<number>`(select count(*) from enrolment where session_id = session.id)`.as('enrolled_count'),
  sql<number>`(select count(*) from attendance where session_id = session.id and withdrawn_at is null)`.as(
    'present_count',
  ),
] as const;

function sessions(db: Kysely<Database>) {
  return db
    .selectFrom('training_session as session')
    .innerJoin('module', 'module.id', 'session.module_id')
    .leftJoin('house', 'house.id', 'session.house_id')
    .leftJoin('person as trainer', 'trainer.id', 'session.trainer_id');
}

function selectSessions(query: ReturnType<typeof sessions>) {
  return query.select(COLUMNS);
}

function filtered(db: Kysely<Database>, { state, search, today }: SessionFilter) {
  let query = sessions(db);
  if (state === 'cancelled') query = query.where('session.cancelled_at', 'is not', null);
  else if (state !== null) {
    query = query
      .where('session.cancelled_at', 'is', null)
      .where('session.closed_at', state === 'closed' ? 'is not' : 'is', null);
    if (state !== 'closed') query = query.where('session.held_on', state === 'to-come' ? '>' : '<=', today);
  }
  const text = sql`folded(session.place || ' ' || ifnull(house.name, '') || ' ' || ${trainerName} || ' ' || module.code || ' ' || ${moduleTitle})`;
  for (const word of searchedWords(search)) query = query.where(sql<boolean>`instr(${text}, ${word}) > 0`);
  return query;
}

type SessionRow = Awaited<ReturnType<ReturnType<typeof selectSessions>['execute']>>[number];

function toLine(row: SessionRow): SessionLine {
  return {
    sessionId: row.id,
    heldOn: row.held_on as CivilDate,
    startsAt: row.starts_at,
    place: row.place,
    houseId: row.house_id,
    houseName: row.house_name,
    trainerId: row.trainer_id,
    trainerName: row.trainer,
    moduleCode: row.code,
    moduleTitle: row.module_title,
    seats: row.seats,
    enrolledCount: row.enrolled_count,
    presentCount: row.present_count,
    closedAt: row.closed_at as Instant | null,
    cancelledAt: row.cancelled_at as Instant | null,
    cancelReason: row.cancel_reason,
    countedLessons: parseCountedLessons(row.counted_lessons),
  };
}
