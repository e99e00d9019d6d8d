import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { fixedClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import { freePort, startSiteServer, type SiteServer } from '#tests/support/e2e/site-server.ts';
import { NOW } from '#tests/support/e2e/test-site.ts';
import { installPackage, SAMPLES } from '#tests/support/packages/sample-packages.ts';
import { quietPage } from '#tests/support/packages/speaking-pages.ts';
import { prepareDatabase } from '../../src/cli/prepare-database.ts';

/** A server that can be killed and started again on the same ports, with the same data. */
export interface ChaosSite {
  origin: string;
  db: Kysely<Database>;
  /** Ends it as a power cut does, and starts it again; once at a time, whoever asks. */
  killAndStart(): Promise<void>;
  /** Resolves once it is there again. */
  whenUp(): Promise<void>;
  /** Tells what ended a run. */
  note(sentence: string): void;
  close(): Promise<void>;
}

/** Prepares a demonstration with one package, and serves it. */
export async function openChaosSite(folder: string, say: (sentence: string) => void): Promise<ChaosSite> {
  const ports = { PORT: String(await freePort()), REPERES_PACKAGES_PORT: String(await freePort()) };
  await prepareDatabase(readConfig({ REPERES_DATA: folder }), fixedClock(NOW), say);
  const db = openDatabase(join(folder, 'reperes.sqlite'));
  const files = { ...SAMPLES['scorm12-one'], 'index.html': quietPage('Tempête', 'scorm12') };
  await installPackage({ db, dataFolder: folder }, { files });
  let server: SiteServer = await startSiteServer(folder, ports);
  let restart: Promise<void> | null = null;
  const killAndStart = async (): Promise<void> => {
    await server.kill();
    server = await startSiteServer(folder, ports);
    restart = null;
  };
  return {
    origin: server.origin,
    db,
    note: (sentence) => say(`  ${sentence}`),
    killAndStart: () => (restart ??= killAndStart()),
    async whenUp() {
      await restart;
    },
    async close() {
      await restart;
      await db.destroy();
      await server.stop();
    },
  };
}
