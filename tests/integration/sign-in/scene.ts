import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { amina, type CastMember } from '#db/seeds/cast.ts';
import { createAccount } from '#features/sign-in/create-account.ts';
import { signIn, type SignInInput } from '#features/sign-in/sign-in.ts';
import { actAt, admit } from '#tests/support/learner.ts';
import { testDatabase } from '#tests/support/test-database.ts';

export const PASSWORD = 'la marée de novembre';

/** A database with one member of the cast who has an account. */
export async function withAccount(member: CastMember = amina): Promise<Kysely<Database>> {
  const db = await testDatabase();
  await admit(db, member);
  await openAccount(db, member);
  return db;
}

/** Gives a member of the cast an account with the password of the scene. */
export async function openAccount(db: Kysely<Database>, member: CastMember): Promise<void> {
  await createAccount(db, actAt('08:00', member), {
    personId: member.personId,
    username: member.username,
    password: PASSWORD,
    mustChangePassword: false,
  });
}

/** What Amina's browser sends at 09:00, with what differs. */
export function attempt(differs: Partial<SignInInput> = {}): SignInInput {
  return {
    username: amina.username,
    password: PASSWORD,
    clientAddress: '192.0.2.7',
    userAgent: 'Firefox',
    now: actAt('09:00').at,
    ...differs,
  };
}

/** Signs in and gives the secret that the browser keeps. */
export async function sessionIdFor(db: Kysely<Database>, differs: Partial<SignInInput> = {}): Promise<string> {
  const result = await signIn(db, attempt(differs));
  if (result.outcome !== 'signed-in') throw new Error(result.outcome);
  return result.sessionId;
}
