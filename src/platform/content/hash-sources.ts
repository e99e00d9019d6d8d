import { createHash } from 'node:crypto';

/**
 * The name of a version: SHA-256, in hexadecimal, over its paths and bytes. Paths are NFC and sorted; every part is
 * preceded by its length, so that two different folders cannot be read as the same bytes.
 */
export function hashSources(files: Record<string, string>, media: Record<string, Uint8Array>): string {
  const entries = [
    ...Object.entries(files).map(([path, text]) => ({ path: path.normalize('NFC'), bytes: Buffer.from(text, 'utf8') })),
    ...Object.entries(media).map(([path, bytes]) => ({ path: path.normalize('NFC'), bytes })),
  ].sort((one, other) => (one.path < other.path ? -1 : 1));
  const hash = createHash('sha256');
  for (const { path, bytes } of entries) {
    for (const part of [Buffer.from(path, 'utf8'), bytes]) hash.update(`${part.length}:`).update(part);
  }
  return hash.digest('hex');
}
