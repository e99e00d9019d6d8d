import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { removeOldExports, resumeExports } from '#features/exports/run-exports.ts';
import { sealDueMonths } from '#features/follow-up/seal-due-months.ts';
import { readRunningProgrammes } from '#features/follow-up/read-running-programmes.ts';
import { sweepTask } from '#features/packages/tasks/sweep-task.ts';
import { systemClock } from '#platform/clock.ts';
import type { Config } from '#platform/config.ts';
import { addStaticHeaders } from '#platform/http/static-headers.ts';
import { TaskCancelled } from '#platform/tasks/task.ts';
import { createRuntime, setRuntime, type Runtime } from '#platform/runtime.ts';
import { listen } from './listen.ts';
import { keepReminding } from './keep-reminding.ts';
import { loadApplication } from './load-application.ts';
import { DIST_FOLDER, SHELL_FOLDER } from './paths.ts';
import { servePackages } from './serve-packages.ts';

const HOUR_IN_MS = 60 * 60 * 1000;

/** Serves the built application until SIGTERM or SIGINT, then finishes the requests in hand and closes the database. */
export async function serve(config: Config): Promise<Server> {
  const runtime = createRuntime(config);
  setRuntime(runtime);
  const handler = await loadApplication(DIST_FOLDER);
  const server = createServer((request, response) => {
    addStaticHeaders(response, config.origin.startsWith('https:'));
    handler(request, response);
  });
  // A package of 500 MB takes more than Node's five minutes on a slow link.
  server.requestTimeout = HOUR_IN_MS;
  await listen(server, config);
  const packagesServer = await servePackages(runtime, join(DIST_FOLDER, SHELL_FOLDER));
  warmUp(runtime);
  sealEveryMonth(runtime);
  sweepPackages(runtime);
  keepExporting(runtime);
  const stopReminding = keepReminding(runtime);
  closeOnSignal([server, packagesServer], async () => {
    await stopReminding();
    await runtime.tasks.close();
    await runtime.db.destroy();
    setRuntime(null);
  });
  return server;
}

/** Counts the running programmes behind the first pages, so that no page waits for a large organisation to be read. */
function warmUp({ db, tasks, clock, log }: Runtime): void {
  readRunningProgrammes({ db, tasks }, civilDateOf(clock.now())).catch((error: unknown) => {
    if (!(error instanceof TaskCancelled)) log.error('warm-up-failed', error);
  });
}

/** Seals the figures of a month once it has ended; looking every hour is enough, and doing it again changes nothing. */
function sealEveryMonth({ db, tasks, clock, log }: Runtime): void {
  const seal = () =>
    sealDueMonths({ db, tasks }, { by: null, at: clock.now(), requestId: null }).catch((error: unknown) =>
      log.error('seal-failed', error),
    );
  setInterval(() => void seal(), HOUR_IN_MS).unref();
}

/** Frees what a sudden stop left in the packages' store, behind the first pages. */
function sweepPackages({ tasks, log }: Runtime): void {
  tasks.run(sweepTask, { now: Date.parse(systemClock.now()) }).catch((error: unknown) => {
    if (!(error instanceof TaskCancelled)) log.error('package-sweep-failed', error);
  });
}

/** Goes on with the files that a stop had interrupted, and removes the old ones every hour. */
function keepExporting(runtime: Runtime): void {
  const say = (event: string) => (error: unknown) => {
    if (!(error instanceof TaskCancelled)) runtime.log.error(event, error);
  };
  resumeExports(runtime).catch(say('exports-failed'));
  setInterval(() => void removeOldExports(runtime).catch(say('old-exports-failed')), HOUR_IN_MS).unref();
}

const DRAIN_LIMIT_IN_MS = 10_000;

function closeOnSignal(servers: readonly Server[], close: () => Promise<void>): void {
  let isClosing = false;
  const stop = () => {
    if (isClosing) return;
    isClosing = true;
    setTimeout(() => servers.forEach((server) => server.closeAllConnections()), DRAIN_LIMIT_IN_MS).unref();
    const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)));
    void Promise.all(closed)
      .then(close)
      .then(() => process.exit(0));
    for (const server of servers) server.closeIdleConnections();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
