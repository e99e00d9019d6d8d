import type { Kysely } from 'kysely';
import { hasCurrentSchema } from '#db/migrator.ts';
import type { Database } from '#db/schema.ts';
import { VERSION } from '#platform/version.ts';
import { findInstallationMode } from './found-installation.ts';

export interface Health {
  status: 'ok' | 'unavailable';
  version: string;
  database: 'ok' | 'unreadable' | 'wrong-schema';
}

/**
 * Reads the database as it is on disk now, through a connection of its own: one that was opened before the file
 * was damaged could go on answering from memory.
 */
export async function checkHealth(openReader: () => Kysely<Database>): Promise<Health> {
  const database = await databaseHealth(openReader);
  return { status: database === 'ok' ? 'ok' : 'unavailable', version: VERSION, database };
}

async function databaseHealth(openReader: () => Kysely<Database>): Promise<Health['database']> {
  let db: Kysely<Database> | undefined;
  try {
    db = openReader();
    await findInstallationMode(db);
    return (await hasCurrentSchema(db)) ? 'ok' : 'wrong-schema';
  } catch {
    return 'unreadable';
  } finally {
    await db?.destroy();
  }
}
