import { open as openFile, stat } from 'node:fs/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { ArchiveFault, type FaultKind } from './archive-fault.ts';
import type { ArchiveLimits } from './archive-limits.ts';
import { entryName } from './entry-name.ts';
import { readEntry } from './read-entry.ts';
import { refuseUnsafe } from './refuse-unsafe.ts';

/** A file or a folder of an archive, as its directory gives it; its name is as written. */
export interface ArchiveEntry {
  name: string;
  /** What the directory claims it unpacks to. */
  declaredBytes: number;
}

export interface OpenedArchive {
  entries: ArchiveEntry[];
  packedBytes: number;
  /** What an entry unpacks to, piece by piece, checked on the way. Throws ArchiveFault. */
  read(entry: ArchiveEntry): AsyncIterable<Buffer>;
  close(): void;
}

interface Listed extends ArchiveEntry {
  entry: Entry;
}

/**
 * Opens a zip archive and reads its directory: what the directory alone gives away is refused here. Throws ArchiveFault.
 * @param file its path
 */
export async function openArchive(file: string, limits: ArchiveLimits): Promise<OpenedArchive> {
  const packedBytes = (await stat(file)).size;
  if (packedBytes > limits.packedBytes) throw new ArchiveFault('too-heavy');
  const zip = await openZip(file);
  try {
    if (zip.entryCount > limits.entries) throw new ArchiveFault('too-many-entries');
    const listed = await listEntries(zip, limits);
    await refuseUnsafe(
      zip,
      listed.map(({ entry, name }) => ({ entry, name })),
      packedBytes,
      limits,
    ).catch(rethrown);
    let unpacked = 0;
    const spend = (bytes: number, name: string) => {
      unpacked += bytes;
      if (unpacked > limits.unpackedBytes) throw new ArchiveFault('too-large', name);
    };
    return {
      entries: listed,
      packedBytes,
      read: (entry) => readEntry(zip, (entry as Listed).entry, { name: entry.name, ratio: limits.ratio, spend }),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function openZip(file: string): Promise<ZipFile> {
  try {
    return await openPromise(file, { autoClose: false, decodeStrings: false, validateEntrySizes: true });
  } catch (error) {
    const fault = faultOf(error);
    if (fault.kind === 'not-an-archive' && (await startsAsArchive(file))) throw new ArchiveFault('truncated');
    throw fault;
  }
}

async function startsAsArchive(file: string): Promise<boolean> {
  const handle = await openFile(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.readUInt32LE(0) === 0x04034b50;
  } finally {
    await handle.close();
  }
}

async function listEntries(zip: ZipFile, limits: ArchiveLimits): Promise<Listed[]> {
  const listed: Listed[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      // The count that the archive gives of itself is not believed.
      if (listed.length >= limits.entries) throw new ArchiveFault('too-many-entries');
      listed.push({ entry, name: entryName(entry, entry.fileNameRaw), declaredBytes: entry.uncompressedSize });
    }
  } catch (error) {
    throw faultOf(error);
  }
  return listed;
}

const rethrown = (error: unknown): never => {
  throw faultOf(error);
};

/** What yauzl says, in the words of this module; what it does not say is left as it is. */
const WORDS: readonly [RegExp, FaultKind][] = [
  [/end of central directory record signature not found/i, 'not-an-archive'],
  [/multi-disk/, 'several-disks'],
  [/encrypt/, 'encrypted'],
  [/unexpected EOF|overflows file/, 'truncated'],
  [/size mismatch|in the stream/, 'lying-size'],
  [/invalid|extra field|zip64|comment|header|offset|file size/i, 'damaged'],
];

function faultOf(error: unknown): ArchiveFault {
  if (error instanceof ArchiveFault) return error;
  const found = WORDS.find(([words]) => words.test((error as Error).message));
  if (!found) throw error;
  return new ArchiveFault(found[1]);
}
