import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

/** Changes when another connection, the server's, has written anything at all (SQLite's `data_version`). */
export async function dataVersion(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(db);
  return rows[0]!.data_version;
}
