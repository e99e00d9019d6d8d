import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import { newId } from '#platform/ids.ts';
import { startSiteServer, type SiteServer } from './site-server.ts';
import { newDataFolder, testSite } from './test-site.ts';

/** Where pages are opened, and the database behind them. */
export interface Site {
  origin: string;
  db: Kysely<Database>;
}

/** A server and a database of one test, from the untouched demonstration. */
export type OwnSite = Site & SiteServer;

export interface OwnSiteOptions {
  /** Files of the data folder, by name. */
  files?: Record<string, string>;
  environment?: NodeJS.ProcessEnv;
  /** The test breaks something on purpose, and reads what the log says of it. */
  mayLog?: boolean;
}

/** Starts a site of its own; `close` ends it and throws when its log says anything. */
export async function startOwnSite({
  files,
  environment,
  mayLog = false,
}: OwnSiteOptions): Promise<OwnSite & { close(): Promise<void> }> {
  const server = await startSiteServer(newDataFolder(testSite().folder, newId(), files), environment);
  const db = openDatabase(server.databaseFile);
  return {
    ...server,
    db,
    async close() {
      await db.destroy();
      await server.stop();
      if (!mayLog && server.log() !== '')
        throw new Error(`the test's own server had something to say:\n${server.log()}`);
    },
  };
}
