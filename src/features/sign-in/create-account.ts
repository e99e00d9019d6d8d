import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { hashPassword } from './passwords.ts';
import { findAccount } from './queries.ts';

export interface NewAccount {
  personId: string;
  username: string;
  password: string;
  /** True when somebody else chose the password: it has to be changed at the first sign-in. */
  mustChangePassword: boolean;
}

export type CreateAccountResult = { outcome: 'created' } | { outcome: 'username-taken' } | { outcome: 'has-account' };

/** Gives a person the means to sign in. */
export async function createAccount(db: Kysely<Database>, act: Act, account: NewAccount): Promise<CreateAccountResult> {
  const passwordHash = await hashPassword(account.password);
  return inTransaction(db, async (trx) => {
    if (await findAccount(trx, account.username)) return { outcome: 'username-taken' };
    const inserted = await trx
      .insertInto('account')
      .values({
        person_id: account.personId,
        username: account.username,
        password_hash: passwordHash,
        password_changed_at: act.at,
        must_change_since: account.mustChangePassword ? act.at : null,
        last_signed_in_at: null,
      })
      .onConflict((conflict) => conflict.column('person_id').doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 0n) return { outcome: 'has-account' };
    await recordDeed(trx, act, { verb: 'account:create', subjectKind: 'person', subjectId: account.personId });
    return { outcome: 'created' };
  });
}
