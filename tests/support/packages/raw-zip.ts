import { crc32, deflateRawSync } from 'node:zlib';

/** An entry as bytes: whatever is given replaces what an honest program would write. */
export interface RawEntry {
  name: string | Uint8Array;
  content?: string | Uint8Array;
  /** 0 stores, 8 deflates. */
  method?: number;
  flags?: number;
  crc?: number;
  /** What both headers say of the size. */
  declaredBytes?: number;
  packedBytes?: number;
  /** Unix mode. */
  mode?: number;
  extra?: Uint8Array;
  /** Starts where this other entry starts, by its place in the list. */
  sameBytesAs?: number;
}

const UTF8_NAMES = 0x800;

/** An archive as bytes, with all that honest programs never write. */
export function rawZip(entries: readonly RawEntry[], { count = entries.length } = {}): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const entry of entries) {
    const written = described(entry);
    const start = entry.sameBytesAs === undefined ? offset : offsets[entry.sameBytesAs]!;
    offsets.push(start);
    if (entry.sameBytesAs === undefined) {
      const local = Buffer.concat([localHeader(written), written.name, written.packed]);
      pieces.push(local);
      offset += local.length;
    }
    directory.push(centralHeader(written, start), written.name, written.extra);
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...pieces, central, endOf(count, central.length, offset)]);
}

interface Written {
  name: Buffer;
  packed: Buffer;
  extra: Buffer;
  flags: number;
  method: number;
  crc: number;
  packedBytes: number;
  declaredBytes: number;
  mode: number;
}

function described(entry: RawEntry): Written {
  const content = Buffer.from((entry.content ?? '') as string);
  const method = entry.method ?? 8;
  const packed = method === 8 ? deflateRawSync(content) : content;
  return {
    name: Buffer.from(entry.name as string),
    packed,
    extra: Buffer.from(entry.extra ?? []),
    flags: entry.flags ?? UTF8_NAMES,
    method,
    crc: entry.crc ?? crc32(content),
    packedBytes: entry.packedBytes ?? packed.length,
    declaredBytes: entry.declaredBytes ?? content.length,
    mode: entry.mode ?? 0o100644,
  };
}

function localHeader(written: Written): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  writeCommon(header, written, 6);
  return header;
}

function centralHeader(written: Written, offset: number): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE((3 << 8) | 20, 4);
  header.writeUInt16LE(20, 6);
  writeCommon(header, written, 8);
  header.writeUInt16LE(written.extra.length, 30);
  header.writeUInt32LE((written.mode << 16) >>> 0, 38);
  header.writeUInt32LE(offset, 42);
  return header;
}

/** What both headers say, from the flags to the length of the name. */
function writeCommon(header: Buffer, written: Written, at: number): void {
  header.writeUInt16LE(written.flags, at);
  header.writeUInt16LE(written.method, at + 2);
  header.writeUInt32LE(written.crc, at + 8);
  header.writeUInt32LE(written.packedBytes, at + 12);
  header.writeUInt32LE(written.declaredBytes, at + 16);
  header.writeUInt16LE(written.name.length, at + 20);
}

function endOf(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count & 0xffff, 8);
  end.writeUInt16LE(count & 0xffff, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
