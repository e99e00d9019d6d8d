import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { Actor } from '#domain/identity/roles.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { Id } from '#platform/ids.ts';
import { exportFileSize, readExportFile } from './export-file.ts';
import type { ExportJob } from './export-job.ts';
import { findList } from './lists.ts';
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
    await recordDeed(trx, act, { verb: 'export:take', ...(await takenFile(trx, job)) });
    return { job, content: readExportFile(dataFolder, job.jobId), size };
  });
}

/** What a file is of and by what it is known again, for the journal. */
async function takenFile(trx: Transaction<Database>, { subject, day, format, fingerprint }: ExportJob) {
  switch (subject.kind) {
    case 'unit': {
      const { code } = subject.unit;
      const unit = await trx.selectFrom('unit').where('code', '=', code).select('id').executeTakeFirstOrThrow();
      return { subjectKind: 'unit', subjectId: unit.id, detail: { unit: code, day, format, fingerprint } } as const;
    }
    case 'list': {
      const detail = { list: findList(subject.list)?.title ?? subject.list, format, fingerprint };
      return { subjectKind: 'installation', subjectId: subject.list, detail } as const;
    }
  }
}
