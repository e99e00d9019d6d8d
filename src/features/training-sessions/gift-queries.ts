import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import type { Database } from '#db/schema.ts';
import { FIRST_WINDOW } from '#domain/progress/module-window.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Gift, LessonOfWindow } from '#features/learning/gift.ts';
import { parseCountedLessons } from './session-queries.ts';

/** A presence, with what it gave. */
export interface KeptGift extends Gift {
  attendanceId: string;
}

/** Those kept before a module could be asked again say no window: there was only the first. */
const WindowFrom = z
  .string()
  .default(FIRST_WINDOW)
  .transform((text) => text as CivilDate);
const Lessons = z.array(z.object({ edition: z.number(), windowFrom: WindowFrom, lesson: z.string() }));
const lessonsFrom = (column: string | null): LessonOfWindow[] =>
  column === null ? [] : Lessons.parse(JSON.parse(column));

/** Keeps with each presence of a session what it gave. */
export async function keepGifts(trx: Transaction<Database>, sessionId: string, gifts: readonly Gift[]): Promise<void> {
  for (const { personId, completionId, lessons } of gifts)
    if (completionId !== null || lessons.length > 0)
      await trx
        .updateTable('attendance')
        .set({ completion_id: completionId, lessons_given: lessons.length === 0 ? null : JSON.stringify(lessons) })
        .where('session_id', '=', sessionId)
        .where('person_id', '=', personId)
        .where('withdrawn_at', 'is', null)
        .execute();
}

/** What the presences of a session gave: those of everybody, or of one person. */
export async function listGifts(
  db: Kysely<Database>,
  sessionId: string,
  personId: string | null = null,
): Promise<KeptGift[]> {
  const rows = await db
    .selectFrom('attendance')
    .where('session_id', '=', sessionId)
    .where('withdrawn_at', 'is', null)
    .$if(personId !== null, (query) => query.where('person_id', '=', personId!))
    .select(['id', 'person_id', 'completion_id', 'lessons_given'])
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    attendanceId: row.id,
    personId: row.person_id,
    completionId: row.completion_id,
    lessons: lessonsFrom(row.lessons_given),
  }));
}

/** A presence of the same person in another session of the same module, which counts. */
export interface OtherPresence {
  attendanceId: string;
  heldOn: CivilDate;
  /** Null for the whole module. */
  countedLessons: string[] | null;
  /** The edition that was live when it counted: what a presence for the whole module gives. */
  liveEdition: number;
  lessons: LessonOfWindow[];
}

/** The presences of a person in the other sessions of a module that are closed and not cancelled, the latest session first. */
export async function listOtherPresences(
  db: Kysely<Database>,
  { personId, moduleId, sessionId }: { personId: string; moduleId: string; sessionId: string },
): Promise<OtherPresence[]> {
  const rows = await db
    .selectFrom('attendance')
    .innerJoin('training_session as session', 'session.id', 'attendance.session_id')
    .where('attendance.person_id', '=', personId)
    .where('attendance.withdrawn_at', 'is', null)
    .where('session.module_id', '=', moduleId)
    .where('session.id', '!=', sessionId)
    .where('session.closed_at', 'is not', null)
    .where('session.cancelled_at', 'is', null)
    .select(['attendance.id', 'lessons_given', 'late_reason', 'recorded_at', 'held_on', 'closed_at', 'counted_lessons'])
    .orderBy('held_on', 'desc')
    .orderBy('attendance.id')
    .execute();
  const presences = [];
  for (const row of rows)
    presences.push({
      attendanceId: row.id,
      heldOn: row.held_on as CivilDate,
      countedLessons: parseCountedLessons(row.counted_lessons),
      liveEdition: await editionLiveAt(
        db,
        moduleId,
        (row.late_reason === null ? row.closed_at! : row.recorded_at) as Instant,
      ),
      lessons: lessonsFrom(row.lessons_given),
    });
  return presences;
}

async function editionLiveAt(db: Kysely<Database>, moduleId: string, at: Instant): Promise<number> {
  const row = await db
    .selectFrom('module_version')
    .where('module_id', '=', moduleId)
    .where('published_at', '<=', at)
    .select((eb) => eb.fn.max('edition').as('edition'))
    .executeTakeFirst();
  return row?.edition ?? 0;
}

/** Has a presence answer for lessons that another one gave. */
export async function keepLessons(trx: Transaction<Database>, { attendanceId, lessons }: OtherPresence): Promise<void> {
  await trx
    .updateTable('attendance')
    .set({ lessons_given: JSON.stringify(lessons) })
    .where('id', '=', attendanceId)
    .execute();
}

/** Has a presence answer for a completion. */
export async function keepCompletion(
  trx: Transaction<Database>,
  attendanceId: string,
  completionId: string,
): Promise<void> {
  await trx.updateTable('attendance').set({ completion_id: completionId }).where('id', '=', attendanceId).execute();
}
