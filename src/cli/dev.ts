import { join } from 'node:path';
import { dev } from 'astro';
import { showDraftFolders } from '#features/publishing/draft-folders.ts';
import { fixedClock, systemClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { createRuntime, setRuntime } from '#platform/runtime.ts';
import { requireFreeAddress } from './listen.ts';
import { buildDelivery, buildShell } from './build-scripts.ts';
import { DELIVERY_FOLDER, DIST_FOLDER, ROOT } from './paths.ts';
import { prepareDatabase } from './prepare-database.ts';
import { readContent } from './read-content.ts';
import { explainingRefusals } from './refusal.ts';
import { servePackages } from './serve-packages.ts';

const DEVELOPMENT_SHELL = join(ROOT, '.astro', 'coquille');

await explainingRefusals(async () => {
  const config = readConfig(process.env);
  const clock = config.fixedNow ? fixedClock(config.fixedNow) : systemClock;
  await requireFreeAddress(config);
  await requireFreeAddress({ host: config.host, port: config.packagesPort });
  await prepareDatabase(config, clock, (sentence) => process.stdout.write(`${sentence}\n`));
  const runtime = createRuntime(config);
  setRuntime(runtime);
  showDraftFolders(async (slug) => (await readContent(config)).find((folder) => folder.slug === slug) ?? null);
  buildShell(DEVELOPMENT_SHELL);
  buildDelivery(join(DIST_FOLDER, DELIVERY_FOLDER));
  const packagesServer = await servePackages(runtime, DEVELOPMENT_SHELL);
  const server = await dev({ root: ROOT, server: { host: config.host, port: config.port } });
  const stop = async () => {
    packagesServer.close();
    packagesServer.closeAllConnections();
    await server.stop();
    await runtime.db.destroy();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
});
