import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { whenFree } from '#platform/db/when-free.ts';
import { removeExportFile } from './export-file.ts';

/** Removes a file of one's own; one that is being written goes when it is whole. Again changes nothing. */
export async function removeExport(
  db: Kysely<Database>,
  personId: string,
  { jobId, dataFolder }: { jobId: string; dataFolder: string },
): Promise<void> {
  const { numDeletedRows } = await whenFree(() =>
    db.deleteFrom('export_job').where('id', '=', jobId).where('person_id', '=', personId).executeTakeFirst(),
  );
  if (numDeletedRows > 0n) await removeExportFile(dataFolder, jobId);
}
