import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { instantOf } from '#domain/time/instant.ts';
import { systemClock } from '#platform/clock.ts';
import {
  deleteExpiredSessions,
  deleteSession,
  deleteSessionsOf,
  findSessionWithPerson,
  insertSession,
  listSessions,
  updateSessionExpiry,
} from './queries.ts';
import { sessionIdHash } from './session-id-hash.ts';

/** Lucia's storage on Kysely: ids are stored as hashes, and given back as they were asked for. */
export function luciaAdapter(db: Kysely<Database>): Adapter {
  return {
    async getSessionAndUser(sessionId) {
      const row = await findSessionWithPerson(db, sessionIdHash(sessionId));
      if (!row) return [null, null];
      const { idHash, createdAt, expiresAt, userAgent, ...person } = row;
      const session: DatabaseSession = {
        id: sessionId,
        userId: person.personId,
        expiresAt: new Date(expiresAt),
        attributes: { idHash, createdAt, userAgent },
      };
      const user: DatabaseUser = { id: person.personId, attributes: person };
      return [session, user];
    },
    async getUserSessions(personId) {
      const sessions = await listSessions(db, personId);
      return sessions.map(({ idHash, createdAt, expiresAt, userAgent }) => ({
        id: idHash,
        userId: personId,
        expiresAt: new Date(expiresAt),
        attributes: { idHash, createdAt, userAgent },
      }));
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      await insertSession(db, {
        idHash: sessionIdHash(id),
        personId: userId,
        createdAt: attributes.createdAt,
        expiresAt: instantOf(expiresAt),
        userAgent: attributes.userAgent,
      });
    },
    updateSessionExpiration: (sessionId, expiresAt) =>
      updateSessionExpiry(db, sessionIdHash(sessionId), instantOf(expiresAt)),
    deleteSession: (sessionId) => deleteSession(db, sessionIdHash(sessionId)),
    deleteUserSessions: (personId) => deleteSessionsOf(db, personId),
    deleteExpiredSessions: () => deleteExpiredSessions(db, systemClock.now()),
  };
}
