import { buffer } from 'node:stream/consumers';
import { writeFile } from 'node:fs/promises';
import { ZipFile } from 'yazl';

/** An ordinary archive of these files, by path. */
export async function zipOf(files: Record<string, string | Uint8Array>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content as string), path);
  zip.end();
  return buffer(zip.outputStream);
}

/** Writes an ordinary archive of these files where `file` says; returns `file`. */
export async function writeZipOf(file: string, files: Record<string, string | Uint8Array>): Promise<string> {
  await writeFile(file, await zipOf(files));
  return file;
}
