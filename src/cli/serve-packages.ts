import type { Server } from 'node:http';
import { createPackagesServer } from '#features/package-player/origin/packages-server.ts';
import type { Runtime } from '#platform/runtime.ts';
import { listen } from './listen.ts';

/** Serves the packages' origin: another port, another host name for each attempt, and no session. */
export async function servePackages({ db, clock, log, config }: Runtime, shellFolder: string): Promise<Server> {
  const server = createPackagesServer({ db, clock, log, config, shellFolder });
  await listen(server, { host: config.host, port: config.packagesPort });
  return server;
}
