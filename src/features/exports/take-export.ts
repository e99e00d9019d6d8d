import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { Actor } from '#domain/identity/roles.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { Id } from '#platform/ids.ts';
import { exportFileSize, readExportFile } from './export-file.ts';
import type { ExportJob } from './export-job.ts';
import { findOwnJob } from './queries.ts';

export interface TakenExport {
  job: ExportJob;
  content: ReadableStream<Uint8Array>;
  size: number;
}

/** Gives one's own file, once it is done; null otherwise. The journal says who took it. */
export async function takeExport(
  db: Kysely<Database>,
  act: Act,
  actor: Actor,
  { jobId, dataFolder }: { jobId: string; dataFolder: string },
): Promise<TakenExport | null> {
  const job = Id.safeParse(jobId).success ? await findOwnJob(db, actor, jobId) : null;
  const size = job?.state === 'done' ? await exportFileSize(dataFolder, job.jobId) : null;
  if (!job || size === null) return null;
  return inTransaction(db, async (trx) => {
    const unit = await trx.selectFrom('unit').where('code', '=', job.unit.code).select('id').executeTakeFirstOrThrow();
    const detail = { unit: job.unit.code, day: job.day, format: job.format, fingerprint: job.fingerprint };
    await recordDeed(trx, act, { verb: 'export:take', subjectKind: 'unit', subjectId: unit.id, detail });
    return { job, content: readExportFile(dataFolder, job.jobId), size };
  });
}
