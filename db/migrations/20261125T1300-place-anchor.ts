import { sql, type Kysely } from 'kysely';

/** The passage of the lesson where the person was, by its anchor; none until they have read on. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table place add column anchor text`.execute(db);
}
