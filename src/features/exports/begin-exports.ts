import { setTimeout as pause } from 'node:timers/promises';
import { runExports, type ExportWorkshop } from './run-exports.ts';

const PATIENCE_IN_MS = 1000;

/** Begins to work on what waits, and waits for it a little: a short file is there when the next page opens. */
export async function beginExports(workshop: ExportWorkshop): Promise<void> {
  const working = runExports(workshop).catch((error: unknown) => workshop.log.error('exports-failed', error));
  await Promise.race([working, pause(PATIENCE_IN_MS, undefined, { ref: false })]);
}
