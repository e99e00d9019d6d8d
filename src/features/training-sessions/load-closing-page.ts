import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Attendee } from './attendee-queries.ts';
import { loadSessionPage, type SessionPage } from './load-session-page.ts';
import { markOf } from './presence-mark.ts';

/** What is read before a session is closed. */
export interface ClosingPage extends Pick<SessionPage, 'session' | 'countedLessons'> {
  present: Attendee[];
  /** Enrolled, and not noted as present. */
  absent: Attendee[];
  /** Names the list that is shown, so that another one is not closed in its place. */
  presenceMark: string;
}

/** The list of a session, to be confirmed; null when there is none. */
export async function loadClosingPage(
  db: Kysely<Database>,
  sessionId: string,
  today: CivilDate,
): Promise<ClosingPage | null> {
  const page = await loadSessionPage(db, sessionId, today);
  if (!page) return null;
  const { session, countedLessons, attendees } = page;
  const present = attendees.filter(({ isPresent }) => isPresent);
  return {
    session,
    countedLessons,
    present,
    absent: attendees.filter(({ isPresent }) => !isPresent),
    presenceMark: markOf(present.map(({ personId }) => personId)),
  };
}
