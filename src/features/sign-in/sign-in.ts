import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Instant } from '#domain/time/instant.ts';
import { beginTry, endRightTry, endWrongTry, failureKeys } from './failure-counts.ts';
import { luciaOf } from './lucia.ts';
import { isPassword, NOBODY_HASH } from './passwords.ts';
import { findAccount, noteSignedIn } from './queries.ts';

export interface SignInInput {
  username: string;
  password: string;
  clientAddress: string;
  userAgent: string;
  now: Instant;
  /** Compares a password with a hash; given by tests that count the calls. */
  verify?: typeof isPassword;
}

export type SignInResult =
  | { outcome: 'signed-in'; sessionId: string }
  /** Unknown account or wrong password: nobody learns which. */
  | { outcome: 'wrong-credentials' }
  | { outcome: 'must-wait'; seconds: number };

/** Opens a sign-in session for the person who knows this password. */
export async function signIn(db: Kysely<Database>, input: SignInInput): Promise<SignInResult> {
  const keys = failureKeys(input);
  const wait = await beginTry(db, keys, input.now);
  if (wait > 0) return { outcome: 'must-wait', seconds: wait };

  const account = await findAccount(db, input.username);
  const verify = input.verify ?? isPassword;
  const isRight = await verify(input.password, account?.passwordHash ?? NOBODY_HASH);
  if (!account || !isRight) {
    await endWrongTry(db, keys, input.now);
    return { outcome: 'wrong-credentials' };
  }

  await endRightTry(db, keys);
  await noteSignedIn(db, account.personId, input.now);
  const lucia = luciaOf(db);
  await lucia.deleteExpiredSessions();
  const session = await lucia.createSession(account.personId, {
    idHash: '',
    createdAt: input.now,
    userAgent: input.userAgent.slice(0, MAX_USER_AGENT_CHARACTERS),
  });
  return { outcome: 'signed-in', sessionId: session.id };
}

const MAX_USER_AGENT_CHARACTERS = 300;
