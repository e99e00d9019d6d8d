import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Instant } from '#domain/time/instant.ts';
import { findInstallationFact } from './queries.ts';

export type InstallationMode = 'demo' | 'production';

/** Writes down, once, what kind of database this is and since when; writing it again changes nothing. */
export async function foundInstallation(
  db: Kysely<Database>,
  { mode, at }: { mode: InstallationMode; at: Instant },
): Promise<void> {
  await db
    .insertInto('installation')
    .values([
      { key: 'mode', value: mode },
      { key: 'created_at', value: at },
    ])
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}

/** The mode in which the database was created; null for one that was never founded. */
export async function findInstallationMode(db: Kysely<Database>): Promise<InstallationMode | null> {
  return (await findInstallationFact(db, 'mode')) as InstallationMode | null;
}
