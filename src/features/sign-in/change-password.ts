import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { passwordFault, type PasswordFault } from '#domain/identity/new-password.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { beginTry, endRightTry, endWrongTry, failureKeys } from './failure-counts.ts';
import { hashPassword, isPassword } from './passwords.ts';
import { deleteSessionsOf, getAccountOf } from './queries.ts';

export interface ChangePasswordInput {
  current: string;
  next: string;
  clientAddress: string;
  /** The session that asks, which goes on; the person's others end. */
  sessionIdHash: string;
}

export type ChangePasswordResult =
  | { outcome: 'changed' }
  | { outcome: 'wrong-current' }
  | { outcome: 'must-wait'; seconds: number }
  | { outcome: PasswordFault };

/** Replaces one's own password. Wrong guesses of the current one count as at the sign-in page. */
export async function changePassword(
  db: Kysely<Database>,
  act: Act & { by: string },
  input: ChangePasswordInput,
): Promise<ChangePasswordResult> {
  const { username, passwordHash } = await getAccountOf(db, act.by);
  const keys = failureKeys({ username, clientAddress: input.clientAddress });
  const wait = await beginTry(db, keys, act.at);
  if (wait > 0) return { outcome: 'must-wait', seconds: wait };

  if (!(await isPassword(input.current, passwordHash))) {
    if (!(await isPassword(input.next, passwordHash))) {
      await endWrongTry(db, keys, act.at);
      return { outcome: 'wrong-current' };
    }
    // The same form sent twice: the first one made it so.
    await endRightTry(db, keys);
    return { outcome: 'changed' };
  }
  await endRightTry(db, keys);
  const fault = passwordFault(input.next, { username, current: input.current });
  if (fault) return { outcome: fault };

  const nextHash = await hashPassword(input.next);
  const isReplaced = await inTransaction(db, async (trx) => {
    const updated = await trx
      .updateTable('account')
      .set({ password_hash: nextHash, password_changed_at: act.at, must_change_since: null })
      .where('person_id', '=', act.by)
      .where('password_hash', '=', passwordHash)
      .executeTakeFirst();
    if (updated.numUpdatedRows === 0n) return false;
    await deleteSessionsOf(trx, act.by, input.sessionIdHash);
    await recordDeed(trx, act, { verb: 'password:change', subjectKind: 'person', subjectId: act.by });
    return true;
  });
  // Another request replaced it in between: what this one asks is judged anew.
  return isReplaced ? { outcome: 'changed' } : changePassword(db, act, input);
}
