import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { newId } from '#platform/ids.ts';
import { whenFree } from '#platform/db/when-free.ts';
import { ImportSettings } from './batch.ts';
import { removeImportFile, storeImportFile, type FileContent } from './import-file.ts';

export interface SentFile {
  name: string;
  content: FileContent;
}

/** Keeps a file that HR has sent, to be read next. Returns the import's id. */
export async function storeImport(
  db: Kysely<Database>,
  act: Act,
  dataFolder: string,
  { name, content }: SentFile,
  chosen: Partial<ImportSettings> = {},
): Promise<string> {
  const batchId = newId();
  await storeImportFile(dataFolder, batchId, content);
  const settings = JSON.stringify(ImportSettings.parse(chosen));
  const row = { id: batchId, state: 'stored' as const, stored_at: act.at, stored_by: act.by, settings };
  await whenFree(() =>
    db
      .insertInto('import_batch')
      .values({ ...row, file_name: shownName(name) })
      .execute(),
  );
  return batchId;
}

function shownName(name: string): string {
  const last = name.split(/[/\\]/).at(-1)!.replace(/\p{C}/gu, '').trim();
  return last === '' ? 'fichier sans nom' : last.slice(-100);
}

/** Says how a file is to be read from here on; false when it is no longer waiting. */
export async function changeSettings(
  db: Kysely<Database>,
  batchId: string,
  settings: ImportSettings,
): Promise<boolean> {
  const { numUpdatedRows } = await whenFree(() =>
    db
      .updateTable('import_batch')
      .set({ settings: JSON.stringify(settings), state: 'stored' })
      .where('id', '=', batchId)
      .where('state', 'in', ['stored', 'previewed', 'refused'])
      .executeTakeFirst(),
  );
  return numUpdatedRows > 0n;
}

/** Gives an import up before it is applied, with its file; again changes nothing. */
export async function abandonImport(db: Kysely<Database>, dataFolder: string, batchId: string): Promise<boolean> {
  const { numUpdatedRows } = await whenFree(() =>
    db
      .updateTable('import_batch')
      .set({ state: 'abandoned', preview: null })
      .where('id', '=', batchId)
      .where('state', 'in', ['stored', 'previewed', 'refused'])
      .executeTakeFirst(),
  );
  if (numUpdatedRows > 0n) await removeImportFile(dataFolder, batchId);
  return numUpdatedRows > 0n;
}
