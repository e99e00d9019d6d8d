import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { ACCOUNT_POLICY, ADDRESS_POLICY, afterFailure, secondsToWait } from '#domain/identity/sign-in-pause.ts';
import { addDuration, type Instant } from '#domain/time/instant.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { findFailures, forgetFailures, forgetFailuresBefore, saveFailures } from './queries.ts';

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

/**
 * Opens a try: how many seconds one still has to wait, or 0 when one may go on. The account counts it as wrong until
 * `endRightTry` says otherwise, so that many tries sent at once are no more than the same tries one by one.
 */
export async function beginTry(db: Kysely<Database>, keys: FailureKeys, now: Instant): Promise<number> {
  return inTransaction(db, async (trx) => {
    const account = await findFailures(trx, keys.account);
    const address = await findFailures(trx, keys.address);
    const wait = Math.max(secondsToWait(account, now), secondsToWait(address, now));
    if (wait === 0) await saveFailures(trx, keys.account, afterFailure(account, ACCOUNT_POLICY, now));
    return wait;
  });
}

/** The password was right: the account starts afresh. The address does not, or one good account would open it. */
export async function endRightTry(db: Kysely<Database>, keys: FailureKeys): Promise<void> {
  await forgetFailures(db, keys.account);
}

/** The password was wrong: the address counts it too, and counts too old to matter go. */
export async function endWrongTry(db: Kysely<Database>, keys: FailureKeys, now: Instant): Promise<void> {
  await inTransaction(db, async (trx) => {
    const address = await findFailures(trx, keys.address);
    await saveFailures(trx, keys.address, afterFailure(address, ADDRESS_POLICY, now));
    await forgetFailuresBefore(trx, addDuration(now, { milliseconds: -ACCOUNT_POLICY.memory.milliseconds }));
  });
}
