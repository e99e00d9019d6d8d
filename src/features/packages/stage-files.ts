import { createHash } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { OpenedArchive } from '#platform/archive/open-archive.ts';
import { mediaTypeOf } from './media-types.ts';
import { blobPath, storeFolder, type PackageFile } from './package-store.ts';
import type { FileToKeep } from './read-archive.ts';

/** A file unpacked aside: in the store once its package is kept. */
export interface StagedFile extends PackageFile {
  path: string;
  /** Where its bytes wait. */
  staged: string;
}

/**
 * Unpacks the files of an archive into a folder, under numbers: no name of the archive ever names a file of ours.
 * Throws ArchiveFault.
 */
export async function stageFiles(
  archive: OpenedArchive,
  files: readonly FileToKeep[],
  folder: string,
  onProgress: (share: number) => void,
): Promise<StagedFile[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const total = files.reduce((sum, { entry }) => sum + entry.declaredBytes, 0);
  const staged: StagedFile[] = [];
  let done = 0;
  for (const [number, { path, entry }] of files.entries()) {
    const file = join(folder, String(number));
    const { hash, bytes } = await unpack(archive.read(entry), file);
    staged.push({ path, hash, bytes, mediaType: mediaTypeOf(path), staged: file });
    done += bytes;
    onProgress(total === 0 ? 1 : done / total);
  }
  return staged;
}

async function unpack(pieces: AsyncIterable<Buffer>, file: string): Promise<{ hash: string; bytes: number }> {
  const handle = await open(file, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const piece of pieces) {
      hash.update(piece);
      bytes += piece.length;
      await handle.writeFile(piece);
    }
    return { hash: hash.digest('hex'), bytes };
  } finally {
    await handle.close();
  }
}

/** Files that are made lasting at the same time: the disk gathers their waits. */
const TOGETHER = 16;

/** Moves what was staged into the store, so that a power cut loses none of it. */
export async function keepStaged(dataFolder: string, files: readonly StagedFile[]): Promise<void> {
  const byHash = [...new Map(files.map((file) => [file.hash, file])).values()];
  const folders = new Set(byHash.map(({ hash }) => dirname(blobPath(dataFolder, hash))));
  for (const folder of folders) await mkdir(folder, { recursive: true, mode: 0o700 });
  const next = byHash.values();
  const work = async () => {
    for (const { hash, staged } of next) {
      await makeLasting(staged);
      // What is there already is the same; the new file tells sweeping that it was wanted just now.
      await rename(staged, blobPath(dataFolder, hash));
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, work));
  for (const folder of [...folders, storeFolder(dataFolder)]) await makeLasting(folder);
}

async function makeLasting(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
