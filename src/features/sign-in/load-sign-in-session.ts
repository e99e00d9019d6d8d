import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { ReadingComfort } from '#domain/identity/reading-comfort.ts';
import type { Actor } from '#domain/identity/roles.ts';
import { instantOf } from '#domain/time/instant.ts';
import { luciaOf } from './lucia.ts';
import type { SignInSession } from './sign-in-session.ts';

export interface FoundSession {
  actor: Actor;
  signInSession: SignInSession;
  comfort: ReadingComfort;
  /** The session was prolonged just now: the browser's cookie has to be, too. */
  isRenewed: boolean;
}

/** Who holds this session secret; null when it is unknown or has expired. */
export async function loadSignInSession(db: Kysely<Database>, sessionId: string): Promise<FoundSession | null> {
  const { session, user } = await luciaOf(db).validateSession(sessionId);
  if (!session) return null;
  return {
    actor: { personId: user.personId, givenName: user.givenName, familyName: user.familyName, roles: user.roles },
    signInSession: {
      idHash: session.idHash,
      createdAt: session.createdAt,
      expiresAt: instantOf(session.expiresAt),
      userAgent: session.userAgent,
      mustChangePassword: user.mustChangePassword,
    },
    comfort: user.comfort,
    isRenewed: session.fresh,
  };
}
