import type { Insertable, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#domain/identity/roles.ts';
import { MOST_KEPT } from './export-job.ts';
import { listOwnJobs } from './queries.ts';

/** Adds a job that waits, unless it was asked for before, or its author keeps too many files. */
export async function addJob(
  trx: Transaction<Database>,
  actor: Actor,
  job: Insertable<Database['export_job']>,
): Promise<'added' | 'already-asked' | 'too-many'> {
  const known = await trx.selectFrom('export_job').where('id', '=', job.id).select('id').executeTakeFirst();
  if (known) return 'already-asked';
  if ((await listOwnJobs(trx, actor)).length >= MOST_KEPT) return 'too-many';
  await trx.insertInto('export_job').values(job).execute();
  return 'added';
}
