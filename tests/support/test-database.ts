import type { Kysely } from 'kysely';
import { migrateToLatest } from '#db/migrator.ts';
import type { Database } from '#db/schema.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import { onTestFinished } from 'vitest';

/** A real, empty, migrated database in memory; closed when the test ends. */
export async function testDatabase(): Promise<Kysely<Database>> {
  const db = openDatabase(':memory:');
  await migrateToLatest(db);
  onTestFinished(() => db.destroy());
  return db;
}
