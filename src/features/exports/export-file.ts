import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';

const UNFINISHED = '.part';

/** Where the files that were prepared stand. */
function exportsFolder(dataFolder: string): string {
  return join(dataFolder, 'exports');
}

/** The file of a job, once it is whole. */
export function exportFile(dataFolder: string, jobId: string): string {
  return join(exportsFolder(dataFolder), jobId);
}

/** What a job writes to until its file is whole. */
export function unfinishedFile(dataFolder: string, jobId: string): string {
  return `${exportFile(dataFolder, jobId)}${UNFINISHED}`;
}

/** Only this account may read what stands there. */
export async function makeExportsFolder(dataFolder: string): Promise<void> {
  await mkdir(exportsFolder(dataFolder), { recursive: true, mode: 0o700 });
}

/** The size of a job's file; null when it is not there. */
export async function exportFileSize(dataFolder: string, jobId: string): Promise<number | null> {
  try {
    return (await stat(exportFile(dataFolder, jobId))).size;
  } catch {
    return null;
  }
}

/** The bytes of a job's file, as they are asked for. */
export function readExportFile(dataFolder: string, jobId: string): ReadableStream<Uint8Array> {
  return Readable.toWeb(createReadStream(exportFile(dataFolder, jobId))) as ReadableStream<Uint8Array>;
}

/** Removes the file of a job. */
export async function removeExportFile(dataFolder: string, jobId: string): Promise<void> {
  await rm(exportFile(dataFolder, jobId), { force: true });
}

/** Removes what a job had begun to write. */
export async function removeUnfinishedFile(dataFolder: string, jobId: string): Promise<void> {
  await rm(unfinishedFile(dataFolder, jobId), { force: true });
}

/** Removes the files that stand there and belong to none of these jobs; those unfinished too, when nothing is being written. */
export async function removeStrayFiles(
  dataFolder: string,
  jobIds: ReadonlySet<string>,
  { isNothingWritten }: { isNothingWritten: boolean },
): Promise<void> {
  await makeExportsFolder(dataFolder);
  for (const name of await readdir(exportsFolder(dataFolder)))
    if (!jobIds.has(name) && (isNothingWritten || !name.endsWith(UNFINISHED)))
      await rm(join(exportsFolder(dataFolder), name), { force: true });
}
