import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What somebody sent: whole, or as it comes. */
export type FileContent = Uint8Array | ReadableStream<Uint8Array>;

/** Where the file of an import waits until it is applied or given up. */
export function importFile(dataFolder: string, batchId: string): string {
  return join(dataFolder, 'imports', `${batchId}.csv`);
}

/** Puts what somebody sent where the import will read it; only this account may read it. */
export async function storeImportFile(dataFolder: string, batchId: string, content: FileContent): Promise<void> {
  await mkdir(join(dataFolder, 'imports'), { recursive: true, mode: 0o700 });
  await writeFile(importFile(dataFolder, batchId), content, { mode: 0o600 });
}

/** Names and numbers are kept in one place: the file goes as soon as nothing needs it. */
export async function removeImportFile(dataFolder: string, batchId: string): Promise<void> {
  await rm(importFile(dataFolder, batchId), { force: true });
}
