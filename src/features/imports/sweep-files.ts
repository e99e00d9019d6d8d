import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { refusedLinesFile } from './import-file.ts';
import { findUndoable, listOver } from './queries.ts';

const ID_LENGTH = 36;

/**
 * Removes the files of imports that are over, what a sudden stop has left behind too. The one that was applied last keeps
 * its refused lines, so that HR can correct what was left aside.
 */
export async function sweepFiles(db: Kysely<Database>, dataFolder: string): Promise<void> {
  const folder = join(dataFolder, 'imports');
  const names = await readdir(folder).catch(() => []);
  const over = new Set(await listOver(db, [...new Set(names.map((name) => name.slice(0, ID_LENGTH)))]));
  const last = await findUndoable(db);
  const kept = last === null ? null : basename(refusedLinesFile(dataFolder, last));
  for (const name of names)
    if (over.has(name.slice(0, ID_LENGTH)) && name !== kept) await rm(join(folder, name), { force: true });
}
