import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { oneTimePassword } from './one-time-password.ts';
import { hashPassword } from './passwords.ts';
import { deleteSessionsOf, findAccount } from './queries.ts';

export type ResetPasswordResult = { outcome: 'reset'; password: string } | { outcome: 'no-such-account' };

/** Gives an account a one-time password, to be changed at the next sign-in, and ends its sessions. */
export async function resetPassword(
  db: Kysely<Database>,
  act: Act,
  { username }: { username: string },
): Promise<ResetPasswordResult> {
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  return inTransaction(db, async (trx) => {
    const account = await findAccount(trx, username);
    if (!account) return { outcome: 'no-such-account' };
    await trx
      .updateTable('account')
      .set({ password_hash: passwordHash, password_changed_at: act.at, must_change_since: act.at })
      .where('person_id', '=', account.personId)
      .execute();
    await deleteSessionsOf(trx, account.personId);
    await recordDeed(trx, act, { verb: 'password:reset', subjectKind: 'person', subjectId: account.personId });
    return { outcome: 'reset', password };
  });
}
