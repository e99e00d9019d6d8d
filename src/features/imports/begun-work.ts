import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export const ImportWork = z.enum(['reading', 'applying', 'undoing']);
export type ImportWork = z.output<typeof ImportWork>;

/** Beside the import's file rather than in the database, which the work itself may hold. */
const markOf = (dataFolder: string, batchId: string) => join(dataFolder, 'imports', `${batchId}.travail`);

/** Marks an import as being worked on: should the server stop, its page will say so. */
export function noteBegun(dataFolder: string, batchId: string, work: ImportWork): void {
  mkdirSync(join(dataFolder, 'imports'), { recursive: true, mode: 0o700 });
  writeFileSync(markOf(dataFolder, batchId), work, { mode: 0o600 });
}

export function forgetBegun(dataFolder: string, batchId: string): void {
  rmSync(markOf(dataFolder, batchId), { force: true });
}

/** What was begun on an import and is not known to have ended; null when nothing is. */
export function findBegun(dataFolder: string, batchId: string): ImportWork | null {
  try {
    return ImportWork.safeParse(readFileSync(markOf(dataFolder, batchId), 'utf8')).data ?? null;
  } catch {
    return null;
  }
}
