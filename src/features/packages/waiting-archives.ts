import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** A package that somebody has put beside the program, to be brought in. */
export interface WaitingArchive {
  name: string;
  bytes: number;
}

/** The program runs from its own folder. */
export const modulesFolder = (): string => resolve('modules');

/** The archives of modules/, by name; links are left alone, since they lead elsewhere. */
export async function listWaitingArchives(folder = modulesFolder()): Promise<WaitingArchive[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = found.filter((entry) => entry.isFile() && /\.zip$/i.test(entry.name)).map(({ name }) => name);
  const archives = await Promise.all(
    names.map(async (name) => ({ name, bytes: (await stat(join(folder, name))).size })),
  );
  return archives.sort((one, other) => one.name.localeCompare(other.name, 'fr', { numeric: true }));
}

/** The path of one of them; null when it is not there: a name that is not in the list leads nowhere. */
export async function findWaitingArchive(name: string, folder = modulesFolder()): Promise<string | null> {
  const archives = await listWaitingArchives(folder);
  return archives.some((archive) => archive.name === name) ? join(folder, name) : null;
}
