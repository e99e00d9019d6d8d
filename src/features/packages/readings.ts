import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '#platform/log.ts';
import { newId } from '#platform/ids.ts';
import { TaskCancelled, type TaskRunner } from '#platform/tasks/task.ts';
import { importTask, type PackageToRead, type ReadOutcome } from './tasks/import-task.ts';

/** A package that somebody has sent, while it is read and a little after: what is refused is written nowhere. */
export interface Reading {
  /** Whoever sent it; nobody else sees it. */
  by: string | null;
  fileName: string;
  /** From 0 to 1. */
  share: number;
  /** Null as long as it goes on. */
  outcome: ReadOutcome | 'failed' | null;
}

const MAX_KEPT = 100;
const readings = new Map<string, Reading>();
let previous: Promise<unknown> = Promise.resolve();

/** A reading of this person; null when there is none of that id, or the server has stopped since. */
export function findReading(readingId: string, by: string): Reading | null {
  const reading = readings.get(readingId);
  return reading?.by === by ? reading : null;
}

const PATIENCE_IN_MS = 1500;

/**
 * Begins to read a package, and waits for it a little: a small one is read when the next page opens. Packages are read one
 * after the other. Returns the reading's id.
 */
export async function beginReading(
  { tasks, log }: { tasks: TaskRunner; log: Log },
  sent: PackageToRead,
): Promise<string> {
  const readingId = newId();
  const reading: Reading = { by: sent.by, fileName: sent.fileName, share: 0, outcome: null };
  forgetOldest();
  readings.set(readingId, reading);
  const turn = previous;
  const done = turn
    .then(() => tasks.run(importTask, sent, (share) => (reading.share = share)))
    .then(
      (outcome) => (reading.outcome = outcome),
      (error: unknown) => {
        reading.outcome = 'failed';
        if (error instanceof TaskCancelled) return log.info('package-reading-stopped', { readingId });
        log.error('package-reading-failed', error, { readingId });
      },
    );
  previous = done;
  await Promise.race([done, pause(PATIENCE_IN_MS, undefined, { ref: false })]);
  return readingId;
}

function forgetOldest(): void {
  if (readings.size < MAX_KEPT) return;
  for (const [readingId, { outcome }] of readings) {
    if (outcome === null) continue;
    readings.delete(readingId);
    return;
  }
}
