import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { ACCOUNT_POLICY, ADDRESS_POLICY, afterFailure, secondsToWait } from '#domain/identity/sign-in-pause.ts';
import type { Instant } from '#domain/time/instant.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { findFailures, saveFailures } from './queries.ts';

/** What wrong passwords are counted by. */
export interface FailureKeys {
  account: string;
  address: string;
}

/** The keys of one account tried from one address; hashed, so that the table is no list of who mistyped a password. */
export function failureKeys({ username, clientAddress }: { username: string; clientAddress: string }): FailureKeys {
  return {
    account: digest(`account:${username.normalize('NFKC').toLowerCase()}`),
    address: digest(`address:${clientAddress}`),
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** How many seconds the account or the address still has to wait; 0 when one may try. */
export async function secondsLeft(db: Kysely<Database>, keys: FailureKeys, now: Instant): Promise<number> {
  const account = await findFailures(db, keys.account);
  const address = await findFailures(db, keys.address);
  return Math.max(secondsToWait(account, now), secondsToWait(address, now));
}

/** Counts one wrong password against the account and the address. */
export async function countFailure(db: Kysely<Database>, keys: FailureKeys, now: Instant): Promise<void> {
  await inTransaction(db, async (trx) => {
    const account = await findFailures(trx, keys.account);
    const address = await findFailures(trx, keys.address);
    await saveFailures(trx, keys.account, afterFailure(account, ACCOUNT_POLICY, now));
    await saveFailures(trx, keys.address, afterFailure(address, ADDRESS_POLICY, now));
  });
}
