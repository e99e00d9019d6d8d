import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

/** An open database, for those who may hold one without querying it. */
export type DatabaseHandle = Kysely<Database>;

/** True when SQLite finds every page and index of the file in order. */
export async function isIntact(db: DatabaseHandle): Promise<boolean> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  return rows.length === 1 && rows[0]?.integrity_check === 'ok';
}

/** Writes everything into the main file, so that it is whole without its log. */
export async function settleIntoOneFile(db: DatabaseHandle): Promise<void> {
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
}
