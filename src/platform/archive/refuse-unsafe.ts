import type { Entry, ZipFile } from 'yauzl';
import { ArchiveFault } from './archive-fault.ts';
import type { ArchiveLimits } from './archive-limits.ts';

export interface NamedEntry {
  entry: Entry;
  name: string;
}

const STORED = 0;
const DEFLATED = 8;
/** Encrypted, strongly encrypted, names masked. */
const ENCRYPTED = 0x1 | 0x40 | 0x2000;
/** The kind of file, in the mode that Unix writes in the upper half of the attributes. */
const KIND = 0o170000;
const ORDINARY_KINDS: readonly number[] = [0, 0o100000, 0o040000];
/** What a small file unpacks to is no bomb, whatever its ratio. */
const RATIO_COUNTS_FROM = 10_000_000;

/**
 * Refuses what the directory and the headers of the entries give away: links and devices, encryption, entries that share
 * bytes, and what claims to unpack beyond the limits. Whoever claims less than it holds is stopped while it unpacks.
 */
export async function refuseUnsafe(
  zip: ZipFile,
  entries: readonly NamedEntry[],
  packedBytes: number,
  limits: ArchiveLimits,
): Promise<void> {
  let declared = 0;
  for (const { entry, name } of entries) {
    if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) throw new ArchiveFault('encrypted', name);
    if (!ORDINARY_KINDS.includes((entry.externalFileAttributes >>> 16) & KIND))
      throw new ArchiveFault('special-file', name);
    if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
      throw new ArchiveFault('unknown-compression', name);
    if (isBomb(entry.uncompressedSize, entry.compressedSize, limits.ratio)) throw new ArchiveFault('bomb', name);
    declared += entry.uncompressedSize;
    if (declared > limits.unpackedBytes) throw new ArchiveFault('too-large');
  }
  if (isBomb(declared, packedBytes, limits.ratio)) throw new ArchiveFault('bomb');
  await refuseOverlaps(zip, entries);
}

/** True for what unpacks to too much for what it weighs. */
export function isBomb(unpacked: number, packed: number, ratio: number): boolean {
  return unpacked > RATIO_COUNTS_FROM && unpacked > packed * ratio;
}

/** Entries that share bytes unpack to far more than the archive weighs. */
async function refuseOverlaps(zip: ZipFile, entries: readonly NamedEntry[]): Promise<void> {
  const ordered = [...entries].sort(
    (one, other) => one.entry.relativeOffsetOfLocalHeader - other.entry.relativeOffsetOfLocalHeader,
  );
  let end = 0;
  for (const { entry, name } of ordered) {
    if (entry.relativeOffsetOfLocalHeader < end) throw new ArchiveFault('overlapping', name);
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    end = fileDataStart + entry.compressedSize;
  }
}
