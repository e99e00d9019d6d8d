import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { ImportPreview, ImportSettings } from './batch.ts';

/** Keeps what reading a file has found; false when the import was applied or given up meanwhile. */
export async function recordPreview(
  db: Kysely<Database>,
  batchId: string,
  settings: ImportSettings,
  preview: ImportPreview,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('import_batch')
    .set({
      state: preview.findings ? 'previewed' : 'refused',
      settings: JSON.stringify(settings),
      preview: JSON.stringify(preview),
    })
    .where('id', '=', batchId)
    .where('state', 'in', ['stored', 'previewed', 'refused'])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
