import { existsSync, linkSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import SqliteDatabase from 'better-sqlite3';

export type BackUpResult =
  | { outcome: 'done'; file: string; bytes: number }
  | { outcome: 'already-exists'; file: string }
  | { outcome: 'cannot-write'; file: string }
  | { outcome: 'damaged' };

/**
 * Copies a database with SQLite's online backup while others use it, checks the copy, then gives it its name.
 * @param databaseFile the live database
 * @param target the file to write, which must not exist
 */
export async function backUpDatabase(databaseFile: string, target: string): Promise<BackUpResult> {
  const file = resolve(target);
  if (existsSync(file)) return { outcome: 'already-exists', file };
  const partial = `${file}.partial`;
  const source = new SqliteDatabase(databaseFile, { readonly: true });
  try {
    removePartial(partial);
    await source.backup(partial);
    if (!isSound(partial)) return { outcome: 'damaged' };
    // A link fails where a rename would replace: two backups of the same name cannot both win.
    linkSync(partial, file);
    return { outcome: 'done', file, bytes: statSync(file).size };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'EEXIST') return { outcome: 'already-exists', file };
    if (/^(ENOENT|EACCES|EROFS|ENOSPC|EISDIR|ENOTDIR|SQLITE_CANTOPEN|SQLITE_READONLY|SQLITE_FULL)/.test(code))
      return { outcome: 'cannot-write', file };
    if (error instanceof TypeError) return { outcome: 'cannot-write', file };
    throw error;
  } finally {
    source.close();
    removePartial(partial);
  }
}

function isSound(file: string): boolean {
  const copy = new SqliteDatabase(file, { readonly: true });
  try {
    return copy.pragma('integrity_check', { simple: true }) === 'ok';
  } finally {
    copy.close();
  }
}

/** The copy is in WAL mode like its source, so checking it makes the two files of a log. */
function removePartial(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
}
