import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { whenFree } from './when-free.ts';

/**
 * Runs `work` in a transaction: a new one, or the caller's when `db` already is one, so that commands compose
 * (a command called by another commits or fails with it). A new one waits while somebody else writes: `begin immediate` is
 * its first statement, so nothing has been done when it is refused.
 */
export async function inTransaction<Result>(
  db: Kysely<Database>,
  work: (trx: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  if (db.isTransaction) return work(db as Transaction<Database>);
  return whenFree(() => db.transaction().execute(work));
}
