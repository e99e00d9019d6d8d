import { Readable, type PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { parseInstant, utcDateOf } from '#domain/time/instant.ts';

/** A file of an archive: short and known whole, or as it comes. */
export interface EntryToWrite {
  path: string;
  data: string | AsyncIterable<string>;
}

/** The same content makes the same archive, whenever and wherever it is made. */
const ALIKE = { mtime: utcDateOf(parseInstant('2026-01-01T12:00:00Z')), mode: 0o100644, forceDosTimestamp: true };

/** zlib's scale, 1 to 9: rows of a sheet are much alike, and a higher level takes longer for little. */
const QUICK = 3;

/** An archive of these files, in the order of their paths. */
export async function archiveOf(files: ReadonlyMap<string, Uint8Array>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const path of [...files.keys()].sort()) zip.addBuffer(Buffer.from(files.get(path)!), path, ALIKE);
  zip.end();
  return buffer(zip.outputStream);
}

/**
 * Writes an archive as it goes, in constant memory: compressing runs beside the thread. A short entry is stored as it is, with
 * its sizes before it, as OpenDocument wants of its first one (ODF 1.3, part 2, §3.3).
 * @param entries each is asked for once the one before it is written
 * @param emit takes a piece, and waits while nobody reads
 * Fails as `entries` or `emit` do; what was being read is then closed.
 */
export async function writeArchive(
  entries: AsyncIterable<EntryToWrite>,
  emit: (piece: Uint8Array) => Promise<void>,
): Promise<void> {
  const zip = new ZipFile();
  const output = zip.outputStream as PassThrough;
  const reading = new AbortController();
  const added = addEach(zip, entries, reading.signal).catch((error: Error) => output.destroy(error));
  try {
    for await (const piece of output as AsyncIterable<Buffer>) await emit(piece);
  } finally {
    reading.abort();
    await added;
  }
}

async function addEach(zip: ZipFile, entries: AsyncIterable<EntryToWrite>, signal: AbortSignal): Promise<void> {
  for await (const { path, data } of entries) {
    if (typeof data === 'string') zip.addBuffer(Buffer.from(data), path, { ...ALIKE, compress: false });
    else await addStream(zip, path, Readable.from(data, { objectMode: false, signal }));
  }
  zip.end();
}

function addStream(zip: ZipFile, path: string, source: Readable): Promise<void> {
  return new Promise((resolve, reject) => {
    source.once('end', resolve).once('error', reject);
    zip.addReadStream(source, path, { ...ALIKE, compressionLevel: QUICK });
  });
}
