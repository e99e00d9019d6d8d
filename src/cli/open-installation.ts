import { existsSync } from 'node:fs';
import { hasCurrentSchema } from '#db/migrator.ts';
import type { Config } from '#platform/config.ts';
import type { DatabaseHandle } from '#platform/db/database-file.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import { Refusal } from './refusal.ts';

/** Opens the installation's database for a command; the server may be running meanwhile. The process closes it when it ends. */
export async function openInstallation(config: Config): Promise<DatabaseHandle> {
  if (!existsSync(config.databaseFile))
    throw new Refusal(
      `Il n’y a pas encore de base de données dans « ${config.dataFolder} » : lancez npm start une première fois, ou corrigez REPERES_DATA.`,
    );
  const db = openDatabase(config.databaseFile);
  if (await hasCurrentSchema(db)) return db;
  await db.destroy();
  throw new Refusal('La base de données n’est pas à la version du programme : lancez npm start, qui la met à jour.');
}
