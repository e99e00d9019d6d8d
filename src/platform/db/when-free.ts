import { setTimeout as pause } from 'node:timers/promises';

const LONGEST_WAIT_IN_MS = 60_000;
const PAUSE_IN_MS = 15;

/**
 * Runs a write, again as long as another process or worker is writing (`SQLITE_BUSY`): an import holds the database for
 * some seconds. Between two tries the connection is given back, so that pages go on reading.
 */
export async function whenFree<Result>(write: () => Promise<Result>): Promise<Result> {
  const deadline = performance.now() + LONGEST_WAIT_IN_MS;
  for (;;)
    try {
      return await write();
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
      await pause(PAUSE_IN_MS);
    }
}

/** True when somebody else is writing, and nothing of ours was written. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}

const PATIENCE_IN_MS = 50;

/**
 * Waits for a write that nobody's work depends on (the place one reads at), unless somebody else holds the database: then
 * the page goes on, and the write is done when it can be, or not at all.
 */
export async function atOnceOrLater(write: () => Promise<unknown>): Promise<void> {
  const patience = new AbortController();
  const written = write();
  written.catch(() => {});
  try {
    await Promise.race([written, pause(PATIENCE_IN_MS, undefined, { signal: patience.signal })]);
  } finally {
    patience.abort();
  }
}
