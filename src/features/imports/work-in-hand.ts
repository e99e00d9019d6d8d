import type { Log } from '#platform/log.ts';
import { setTimeout as pause } from 'node:timers/promises';

export type ImportWork = 'reading' | 'applying' | 'undoing';

/** What became of the last work on an import, when it did not do what was asked. */
export type ImportNotice =
  | 'not-waiting'
  | 'has-refusals'
  | 'nothing-to-do'
  | 'stale'
  | 'unreadable'
  | 'not-applied'
  | 'not-last'
  | 'failed'
  | { uses: string[] };

export interface WorkInHand {
  work: ImportWork;
  /** From 0 to 1. */
  share: number;
}

const inHand = new Map<string, WorkInHand>();
const notices = new Map<string, ImportNotice>();
const MAX_NOTICES = 200;
let previous: Promise<unknown> = Promise.resolve();

export const findWorkInHand = (batchId: string): WorkInHand | null => inHand.get(batchId) ?? null;
export const findNotice = (batchId: string): ImportNotice | null => notices.get(batchId) ?? null;

const PATIENCE_IN_MS = 1000;

/**
 * Begins some work on an import, unless some is in hand already (a double click begins it once), and waits for it a
 * little: a small file is done when the next page opens. Imports are worked on one after the other, since all write.
 * @param run gives what to tell when it did not do what was asked
 */
export async function beginWork(
  batchId: string,
  work: ImportWork,
  log: Log,
  run: (progress: (share: number) => void) => Promise<ImportNotice | null>,
): Promise<void> {
  if (inHand.has(batchId)) return;
  const state: WorkInHand = { work, share: 0 };
  inHand.set(batchId, state);
  notices.delete(batchId);
  const turn = previous;
  const done = turn
    .then(() => run((share) => (state.share = share)))
    .then(
      (notice) => notice && keepNotice(batchId, notice),
      (error: unknown) => {
        log.error('import-failed', error, { work, batchId });
        keepNotice(batchId, 'failed');
      },
    )
    .finally(() => inHand.delete(batchId));
  previous = done;
  await Promise.race([done, pause(PATIENCE_IN_MS, undefined, { ref: false })]);
}

function keepNotice(batchId: string, notice: ImportNotice): void {
  if (notices.size >= MAX_NOTICES) notices.clear();
  notices.set(batchId, notice);
}
