import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';

/**
 * Runs `work` in a transaction: a new one, or the caller's when `db` already is one, so that commands compose
 * (a command called by another commits or fails with it).
 */
export async function inTransaction<Result>(
  db: Kysely<Database>,
  work: (trx: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  if (db.isTransaction) return work(db as Transaction<Database>);
  return db.transaction().execute(work);
}
