import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

export async function findProgrammeId(db: Kysely<Database>, slug: string): Promise<string | null> {
  const row = await db.selectFrom('programme').where('slug', '=', slug).select('id').executeTakeFirst();
  return row?.id ?? null;
}

/** Module ids by code, for the codes that exist. */
export async function listModuleIds(db: Kysely<Database>, codes: string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await db.selectFrom('module').where('code', 'in', codes).select(['code', 'id']).execute();
  return new Map(rows.map((row) => [row.code, row.id]));
}

export async function hasOpenDesignation(
  db: Kysely<Database>,
  programmeId: string,
  personId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('designation')
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .where('to_date', 'is', null)
    .select('id')
    .executeTakeFirst();
  return row !== undefined;
}
