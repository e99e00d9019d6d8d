import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '#platform/ids.ts';
import { storeFolder } from './package-store.ts';

/** A file without a byte. */
export class EmptyFile extends Error {}

/** More than a package may weigh: what announced less has been stopped. */
export class TooHeavy extends Error {}

/** Where what is being sent waits to be read. */
export const incomingFolder = (dataFolder: string): string => join(storeFolder(dataFolder), 'incoming');

/** Writes a package where it will be read, as it comes; nothing remains of what stops before its end. Returns its path. */
export async function storeIncoming(
  dataFolder: string,
  content: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<string> {
  const folder = incomingFolder(dataFolder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${newId()}.zip`);
  try {
    await writeFile(file, counted(content, maxBytes), { mode: 0o600 });
    return file;
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

async function* counted(content: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of content) {
    bytes += piece.length;
    if (bytes > maxBytes) throw new TooHeavy();
    yield piece;
  }
  if (bytes === 0) throw new EmptyFile();
}
