import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { listLessons, listLessonsGivenInPerson, type LessonGiven } from '#features/learning/given-in-person.ts';
import {
  countCompletionsGiven,
  listAttendees,
  listCorrections,
  type Attendee,
  type Correction,
} from './attendee-queries.ts';
import { findSessionLine, type SessionLine } from './session-list-queries.ts';
import type { ListedSession } from './load-sessions-page.ts';
import { sessionState } from './session-state.ts';

export interface SessionPage {
  session: ListedSession;
  attendees: Attendee[];
  corrections: Correction[];
  /** Completions that its presences gave, and that would be withdrawn with it. */
  completionsGiven: number;
  /** The lessons that a presence counts for; null for the whole module. */
  countedLessons: LessonGiven[] | null;
}

/** One session with everybody on its list; null when there is none. */
export async function loadSessionPage(
  db: Kysely<Database>,
  sessionId: string,
  today: CivilDate,
): Promise<SessionPage | null> {
  const session = await findSessionLine(db, sessionId);
  if (!session) return null;
  return {
    session: { ...session, state: sessionState(session, today) },
    attendees: await listAttendees(db, sessionId, session.heldOn),
    corrections: await listCorrections(db, sessionId),
    completionsGiven: await countCompletionsGiven(db, sessionId),
    countedLessons: await countedLessonsOf(db, session),
  };
}

/** A session that is closed keeps what it counted for; another one is to count for what the module says today. */
async function countedLessonsOf(db: Kysely<Database>, session: SessionLine): Promise<LessonGiven[] | null> {
  const { moduleCode, closedAt, countedLessons } = session;
  return closedAt === null ? listLessonsGivenInPerson(db, moduleCode) : listLessons(db, moduleCode, countedLessons);
}
