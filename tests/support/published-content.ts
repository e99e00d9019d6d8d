import { resolve } from 'node:path';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { parseInstant } from '#domain/time/instant.ts';
import { publishContent } from '#features/publishing/publish-content.ts';
import { readContent } from '../../src/cli/read-content.ts';
import { readConfig } from '#platform/config.ts';
import { testDatabase } from './test-database.ts';

/** A database in memory with the modules of `content/` published. */
export async function publishedContent(): Promise<Kysely<Database>> {
  const db = await testDatabase();
  const folders = await readContent({ ...readConfig({}), dataFolder: resolve('tests') });
  await publishContent(db, { by: null, at: parseInstant('2026-11-23T09:00:00Z'), requestId: null }, folders);
  return db;
}
