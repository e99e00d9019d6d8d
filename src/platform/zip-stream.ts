import { Readable } from 'node:stream';
import { constants, crc32, createDeflateRaw } from 'node:zlib';

/** A file of an archive: short and known whole, or as it comes. */
export interface ZipEntry {
  name: string;
  data: string | AsyncIterable<string>;
}

interface Written {
  name: Buffer;
  method: number;
  flags: number;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

const STORED = 0;
const DEFLATED = 8;
const UTF8_NAMES = 0x800;
/** Checksum and sizes come after the data, when it is written before they are known. */
const SIZES_AFTER = 0x8;
/** The first day of the format: the same content makes the same archive. */
const DATE = 0x21;
const VERSION = 20;
const PIECE = 128 * 1024;

/**
 * Writes an archive as it goes, in constant memory: compressing runs beside the thread. A short entry is stored as it is, with
 * its sizes before it, as some programs want of the first one.
 * @param emit takes a piece, and waits while nobody reads
 */
export async function writeZip(
  entries: AsyncIterable<ZipEntry>,
  emit: (piece: Uint8Array) => Promise<void>,
): Promise<void> {
  const written: Written[] = [];
  let offset = 0;
  const put = async (piece: Uint8Array) => {
    offset += piece.byteLength;
    await emit(piece);
  };
  for await (const { name, data } of entries) {
    const entry: Written = { ...emptyEntry(name), offset };
    if (typeof data === 'string') {
      const bytes = Buffer.from(data);
      Object.assign(entry, { crc: crc32(bytes), packed: bytes.length, size: bytes.length });
      await put(Buffer.concat([localHeader(entry), bytes]));
    } else {
      Object.assign(entry, { method: DEFLATED, flags: UTF8_NAMES | SIZES_AFTER });
      await put(localHeader(entry));
      await deflateInto(entry, data, put);
      await put(sizesAfter(entry));
    }
    written.push(entry);
  }
  const start = offset;
  await put(Buffer.concat(written.map(centralHeader)));
  await emit(endOfArchive(written.length, offset - start, start));
}

function emptyEntry(name: string): Omit<Written, 'offset'> {
  return { name: Buffer.from(name), method: STORED, flags: UTF8_NAMES, crc: 0, packed: 0, size: 0 };
}

async function deflateInto(
  entry: Written,
  data: AsyncIterable<string>,
  put: (piece: Uint8Array) => Promise<void>,
): Promise<void> {
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const text of data) {
      const bytes = Buffer.from(text);
      entry.crc = crc32(bytes, entry.crc);
      entry.size += bytes.length;
      yield bytes;
    }
  }
  const source = Readable.from(counted(), { objectMode: true, highWaterMark: 2 });
  const deflate = createDeflateRaw({ level: constants.Z_BEST_SPEED + 2, chunkSize: PIECE });
  // What fails in the source fails the archive, and whoever stops reading stops the source.
  source.on('error', (error) => deflate.destroy(error));
  deflate.on('close', () => source.destroy());
  for await (const piece of source.pipe(deflate) as AsyncIterable<Buffer>) {
    entry.packed += piece.length;
    await put(piece);
  }
}

function localHeader(entry: Written): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(VERSION, 4);
  writeCommon(header, entry, 6);
  return Buffer.concat([header, entry.name]);
}

function centralHeader(entry: Written): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(VERSION, 6);
  writeCommon(header, entry, 8);
  header.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([header, entry.name]);
}

/** What both headers say of a file, from its flags to the length of its name. */
function writeCommon(header: Buffer, { flags, method, crc, packed, size, name }: Written, at: number): void {
  header.writeUInt16LE(flags, at);
  header.writeUInt16LE(method, at + 2);
  header.writeUInt16LE(DATE, at + 6);
  header.writeUInt32LE(crc, at + 8);
  header.writeUInt32LE(packed, at + 12);
  header.writeUInt32LE(size, at + 16);
  header.writeUInt16LE(name.length, at + 20);
}

function sizesAfter({ crc, packed, size }: Written): Buffer {
  const sizes = Buffer.alloc(16);
  sizes.writeUInt32LE(0x08074b50, 0);
  sizes.writeUInt32LE(crc, 4);
  sizes.writeUInt32LE(packed, 8);
  sizes.writeUInt32LE(size, 12);
  return sizes;
}

function endOfArchive(count: number, size: number, start: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(start, 16);
  return end;
}
