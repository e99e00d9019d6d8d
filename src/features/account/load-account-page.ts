import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { browserName } from '#domain/identity/browser-name.ts';
import type { Actor } from '#domain/identity/roles.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import { listSessions } from '#features/sign-in/queries.ts';
import {
  countKept,
  getIdentity,
  listHeldRoles,
  listWithdrawnCompletions,
  type HeldRole,
  type Identity,
  type KeptCounts,
  type WithdrawnCompletion,
} from './queries.ts';

export interface AccountPage {
  identity: Identity;
  roles: HeldRole[];
  sessions: OwnSession[];
  kept: KeptCounts;
  withdrawnCompletions: WithdrawnCompletion[];
}

/** A browser where one is signed in, as one may recognise it. */
export interface OwnSession {
  idHash: string;
  browser: string;
  createdAt: Instant;
  expiresAt: Instant;
  isCurrent: boolean;
}

/** A person's own account: who they are here, where they are signed in, what is kept about them. */
export async function loadAccountPage(
  db: Kysely<Database>,
  actor: Actor,
  { now, sessionIdHash }: { now: Instant; sessionIdHash: string },
): Promise<AccountPage> {
  const sessions = await listSessions(db, actor.personId);
  return {
    identity: await getIdentity(db, actor.personId, civilDateOf(now)),
    roles: await listHeldRoles(db, actor.personId, civilDateOf(now)),
    sessions: sessions
      .filter(({ idHash, expiresAt }) => idHash === sessionIdHash || expiresAt > now)
      .map(({ idHash, createdAt, expiresAt, userAgent }) => ({
        idHash,
        browser: browserName(userAgent),
        createdAt,
        expiresAt,
        isCurrent: idHash === sessionIdHash,
      })),
    kept: await countKept(db, actor.personId),
    withdrawnCompletions: await listWithdrawnCompletions(db, actor.personId),
  };
}
