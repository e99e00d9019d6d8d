import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixedClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { buildWhenChanged } from '../../../src/cli/build-when-changed.ts';
import { prepareDatabase } from '../../../src/cli/prepare-database.ts';
import { startSiteServer } from './site-server.ts';
import { newDataFolder, NOW, pristineData, publishTestSite } from './test-site.ts';

/** Builds what is missing, prepares one demonstration as the product does, serves a copy of it to all files. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const say = (sentence: string) => process.stdout.write(`${sentence}\n`);
  buildWhenChanged(say);
  const folder = mkdtempSync(join(tmpdir(), 'reperes-e2e-'));
  await prepareDatabase(readConfig({ REPERES_DATA: pristineData(folder) }), fixedClock(NOW), say);
  const server = await startSiteServer(newDataFolder(folder, 'shared'));
  publishTestSite({ folder, origin: server.origin });
  return async () => {
    await server.stop();
    const log = server.log();
    rmSync(folder, { recursive: true, force: true });
    if (log !== '') throw new Error(`the shared server had something to say, which no test asked for:\n${log}`);
  };
}
