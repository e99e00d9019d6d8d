import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { parseInstant, utcDateOf } from '#domain/time/instant.ts';

/** The same content makes the same archive, whenever and wherever it is made. */
const MADE_ON = utcDateOf(parseInstant('2026-01-01T12:00:00Z'));

/** An archive of these files, in the order of their paths. */
export async function archiveOf(files: ReadonlyMap<string, Uint8Array>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const path of [...files.keys()].sort())
    zip.addBuffer(Buffer.from(files.get(path)!), path, { mtime: MADE_ON, mode: 0o100644, forceDosTimestamp: true });
  zip.end();
  return buffer(zip.outputStream);
}
