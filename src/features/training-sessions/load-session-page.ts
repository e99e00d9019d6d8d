import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { listAttendees, listCorrections, type Attendee, type Correction } from './attendee-queries.ts';
import { findSessionLine } from './session-list-queries.ts';
import type { ListedSession } from './load-sessions-page.ts';
import { sessionState } from './session-state.ts';

export interface SessionPage {
  session: ListedSession;
  attendees: Attendee[];
  corrections: Correction[];
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
  };
}
