import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What somebody sent: whole, or as it comes. */
export type FileContent = Uint8Array | AsyncIterable<Uint8Array>;

/** Where the file of an import waits until it is applied or given up. */
export function importFile(dataFolder: string, batchId: string): string {
  return join(dataFolder, 'imports', `${batchId}.csv`);
}

/** Its refused lines, for HR to correct. */
export function refusedLinesFile(dataFolder: string, batchId: string): string {
  return join(dataFolder, 'imports', `${batchId}-refus.csv`);
}

/** Puts what somebody sent where the import will read it; only this account may read it. Nothing remains of what stops before its end. */
export async function storeImportFile(dataFolder: string, batchId: string, content: FileContent): Promise<void> {
  await mkdir(join(dataFolder, 'imports'), { recursive: true, mode: 0o700 });
  const file = importFile(dataFolder, batchId);
  try {
    await writeFile(file, content, { mode: 0o600 });
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

/** Names and numbers are kept in one place: the files of an import go as soon as nothing needs them. */
export async function removeImportFiles(dataFolder: string, batchId: string): Promise<void> {
  await rm(importFile(dataFolder, batchId), { force: true });
  await rm(refusedLinesFile(dataFolder, batchId), { force: true });
}
