import { resolve } from 'node:path';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { systemClock, fixedClock, type Clock } from './clock.ts';
import { readConfig, type Config } from './config.ts';
import { openDatabase, openReader } from './db/open-database.ts';
import { jsonLog, type Log } from './log.ts';
import type { TaskRunner } from './tasks/task.ts';
import { workerTasks } from './tasks/worker-tasks.ts';

/** What one running server shares: opened once by the process that listens, read by pages and actions. */
export interface Runtime {
  config: Config;
  clock: Clock;
  log: Log;
  db: Kysely<Database>;
  /** A read-only connection of its own for an export; the caller destroys it. */
  openReader(): Kysely<Database>;
  /** What would hold the event loop too long runs here. */
  tasks: TaskRunner;
}

/** The program runs from its own folder, where the sources are: Node runs them as they stand. */
const WORKER = resolve('src/cli/worker.ts');

/** Builds a runtime from a checked configuration; opens the database. */
export function createRuntime(config: Config): Runtime {
  const clock = config.fixedNow ? fixedClock(config.fixedNow) : systemClock;
  const log = jsonLog(() => clock.now());
  return {
    config,
    clock,
    log,
    db: openDatabase(config.databaseFile, { waitInMs: 0 }),
    openReader: () => openReader(config.databaseFile),
    tasks: workerTasks(WORKER, config, log),
  };
}

// The built server and the process that listens are bundled apart, so they meet on the global object.
const slot = Symbol.for('reperes.runtime');
const shared = globalThis as { [slot]?: Runtime };

/** Gives this process its runtime; null takes it away when the server has closed. */
export function setRuntime(runtime: Runtime | null): void {
  if (runtime) shared[slot] = runtime;
  else delete shared[slot];
}

/** The runtime of this process; the development server builds it on first use. */
export function runtime(): Runtime {
  return (shared[slot] ??= createRuntime(readConfig(process.env)));
}
