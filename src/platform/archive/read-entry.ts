import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { ArchiveFault } from './archive-fault.ts';
import { isBomb } from './refuse-unsafe.ts';

export interface ReadingRules {
  /** Of the entry, for whoever is told. */
  name: string;
  ratio: number;
  /** Counts what has been unpacked; throws when the whole archive has given too much. */
  spend(bytes: number, name: string): void;
}

const STORED = 0;
/** What is smaller is unpacked at once: thousands of small files go faster so. */
const SMALL = 256 * 1024;

/**
 * What an entry unpacks to, piece by piece. Its size and its checksum are counted on the bytes themselves: one byte more than
 * declared ends it. Throws ArchiveFault.
 */
export async function* readEntry(zip: ZipFile, entry: Entry, rules: ReadingRules): AsyncGenerator<Buffer, void> {
  const { name, ratio } = rules;
  let size = 0;
  let sum = 0;
  for await (const piece of unpacked(zip, entry, name)) {
    size += piece.length;
    if (size > entry.uncompressedSize) throw new ArchiveFault('lying-size', name);
    if (isBomb(size, entry.compressedSize, ratio)) throw new ArchiveFault('bomb', name);
    rules.spend(piece.length, name);
    sum = crc32(piece, sum);
    yield piece;
  }
  if (size !== entry.uncompressedSize) throw new ArchiveFault('lying-size', name);
  if (sum !== entry.crc32) throw new ArchiveFault('wrong-checksum', name);
}

async function* unpacked(zip: ZipFile, entry: Entry, name: string): AsyncGenerator<Buffer, void> {
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  if (entry.compressionMethod === STORED) return yield* packed as AsyncIterable<Buffer>;
  if (entry.compressedSize <= SMALL && entry.uncompressedSize <= SMALL)
    return yield inflated(await whole(packed), entry, name);
  const inflate = createInflateRaw();
  packed.on('error', (error) => inflate.destroy(error));
  try {
    yield* packed.pipe(inflate) as AsyncIterable<Buffer>;
  } catch (error) {
    throw isOfZlib(error) ? new ArchiveFault('damaged', name) : error;
  } finally {
    packed.destroy();
    inflate.destroy();
  }
}

function inflated(packed: Buffer, { uncompressedSize }: Entry, name: string): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: uncompressedSize + 1 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new ArchiveFault('lying-size', name);
    throw isOfZlib(error) ? new ArchiveFault('damaged', name) : error;
  }
}

async function whole(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const held: Buffer[] = [];
  for await (const piece of pieces) held.push(piece);
  return Buffer.concat(held);
}

const isOfZlib = (error: unknown): boolean => ((error as NodeJS.ErrnoException).code ?? '').startsWith('Z_');
