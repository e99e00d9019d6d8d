import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ModuleFolder } from './module-folder.ts';
import { readContentFolder } from './read-content-folder.ts';

/** Reads the modules of this clone's content/; none where the program was installed without it. */
export async function readOwnContent(helpIds: string[]): Promise<ModuleFolder[]> {
  const folder = resolve('content');
  return existsSync(folder) ? readContentFolder(folder, helpIds) : [];
}
