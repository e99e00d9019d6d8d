import { hashSources } from '#platform/content/hash-sources.ts';
import type { ModuleFolder } from './module-folder.ts';

/** The name of what a folder holds: SHA-256 of its sources, in hexadecimal. */
export function folderHash({ files, media }: ModuleFolder): string {
  return hashSources(files, Object.fromEntries(media.map((file) => [file.path, file.bytes])));
}
