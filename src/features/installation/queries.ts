import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

export async function findInstallationFact(db: Kysely<Database>, key: string): Promise<string | null> {
  const row = await db.selectFrom('installation').where('key', '=', key).select('value').executeTakeFirst();
  return row?.value ?? null;
}
