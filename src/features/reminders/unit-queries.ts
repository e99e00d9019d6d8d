import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

/** The tops of the organisation. */
export async function listTopUnitIds(db: Kysely<Database>): Promise<string[]> {
  const rows = await db.selectFrom('unit').where('parent_id', 'is', null).select('id').execute();
  return rows.map(({ id }) => id);
}
