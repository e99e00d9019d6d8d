import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { incomingFolder } from './incoming-file.ts';
import { storeFolder } from './package-store.ts';
import { listNamedHashes } from './queries.ts';

const HOUR_IN_MS = 60 * 60 * 1000;
const BLOBS = /^[0-9a-f]{2}$/;

/**
 * Removes from the store what no row names and what a sudden stop has left behind. What is recent stays: a command may be
 * bringing a package in at this very moment. Returns how many files went.
 * @param now the machine's own time, in milliseconds, as its files have it
 */
export async function sweepStore(db: Kysely<Database>, dataFolder: string, now: number): Promise<number> {
  const store = storeFolder(dataFolder);
  const isOld = async (path: string) => {
    const found = await stat(path).catch(() => null);
    return found !== null && now - found.mtimeMs > HOUR_IN_MS;
  };
  let count = 0;
  const sweep = async (path: string) => {
    if (!(await isOld(path))) return;
    await rm(path, { recursive: true, force: true });
    count += 1;
  };
  for (const folder of [incomingFolder(dataFolder), join(store, 'staging')])
    for (const name of await namesIn(folder)) await sweep(join(folder, name));
  for (const folder of (await namesIn(store)).filter((name) => BLOBS.test(name))) {
    const names = await namesIn(join(store, folder));
    const named = await listNamedHashes(db, folder);
    for (const name of names) if (!named.has(name)) await sweep(join(store, folder, name));
  }
  return count;
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
