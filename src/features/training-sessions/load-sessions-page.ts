import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { SessionsQueryValues } from './forms.ts';
import { countSessions, listSessions, type SessionLine } from './session-list-queries.ts';
import { sessionState, type SessionState } from './session-state.ts';

export const SESSIONS_PER_PAGE = 50;

export type ListedSession = SessionLine & { state: SessionState };

export interface SessionsPage {
  sessions: ListedSession[];
  count: number;
  /** Of all sessions, those held that nobody has closed. */
  toCloseCount: number;
  query: SessionsQueryValues;
}

/** One page of the sessions that the address asks for. */
export async function loadSessionsPage(
  db: Kysely<Database>,
  query: SessionsQueryValues,
  today: CivilDate,
): Promise<SessionsPage> {
  const filter = { state: query.etat, search: query.recherche, today };
  const offset = (query.page - 1) * SESSIONS_PER_PAGE;
  const sessions = await listSessions(db, filter, { sort: query.tri, limit: SESSIONS_PER_PAGE, offset });
  return {
    sessions: sessions.map((session) => ({ ...session, state: sessionState(session, today) })),
    count: await countSessions(db, filter),
    toCloseCount: await countSessions(db, { state: 'to-close', search: '', today }),
    query,
  };
}
