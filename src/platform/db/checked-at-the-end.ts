import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { inTransaction } from './in-transaction.ts';

/** Something still refers to rows that were removed: nothing has changed. */
export class StillReferredTo extends Error {
  /** The tables that refer to them. */
  readonly tables: readonly string[];

  constructor(tables: readonly string[]) {
    super(`still referred to by ${tables.join(', ')}`);
    this.tables = tables;
  }
}

/**
 * Runs `work` in a transaction whose references are checked once, before it is committed: removing thousands of rows one
 * by one would look through every table that may refer to them, for each. Throws StillReferredTo.
 * @param db a connection that nobody else uses meanwhile
 */
export async function checkedAtTheEnd<Result>(
  db: Kysely<Database>,
  work: (trx: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  await sql`pragma foreign_keys = off`.execute(db);
  try {
    return await inTransaction(db, async (trx) => {
      const result = await work(trx);
      const { rows } = await sql<{ table: string }>`select distinct "table" from pragma_foreign_key_check`.execute(trx);
      if (rows.length > 0) throw new StillReferredTo(rows.map(({ table }) => table));
      return result;
    });
  } finally {
    await sql`pragma foreign_keys = on`.execute(db);
  }
}
