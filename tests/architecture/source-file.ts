import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/** A file of the tree, by its path from the root with forward slashes. */
export interface SourceFile {
  path: string;
  text: string;
}

/** Every file below these folders of the tree, in order of path. */
export function readSourceFiles(...folders: string[]): SourceFile[] {
  return folders.flatMap(listPaths).map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

function listPaths(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort();
}
