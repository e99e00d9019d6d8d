import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { ReadingComfort } from '#domain/identity/reading-comfort.ts';
import type { Actor, RoleGrant } from '#domain/identity/roles.ts';
import { civilDateOf, isWithin, type CivilDate } from '#domain/time/civil-date.ts';
import { instantOf, type Instant } from '#domain/time/instant.ts';
import { luciaOf } from './lucia.ts';
import type { SignedInPerson } from './queries.ts';
import type { SignInSession } from './sign-in-session.ts';

export interface FoundSession {
  actor: Actor;
  signInSession: SignInSession;
  comfort: ReadingComfort;
  /** The session was prolonged just now: the browser's cookie has to be, too. */
  isRenewed: boolean;
}

/**
 * Who holds this session secret, with the roles they have at that moment: a follow-up that was delegated to them opens
 * only on its days. Null when the secret is unknown or has expired.
 */
export async function loadSignInSession(
  db: Kysely<Database>,
  sessionId: string,
  now: Instant,
): Promise<FoundSession | null> {
  const { session, user } = await luciaOf(db).validateSession(sessionId);
  if (!session) return null;
  const roles = rolesOn(civilDateOf(now), user.roles);
  return {
    actor: { personId: user.personId, givenName: user.givenName, familyName: user.familyName, roles },
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

function rolesOn(day: CivilDate, roles: SignedInPerson['roles']): RoleGrant[] {
  return roles
    .filter(({ from, to }) => from === null || isWithin(day, from, to))
    .map(({ role, unitId }) => ({ role, unitId }));
}
