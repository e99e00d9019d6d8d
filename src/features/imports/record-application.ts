import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import type { ImportPreview, ImportResult } from './batch.ts';
import type { ImportBatch } from './queries.ts';

/** Notes that an import has been applied, in the transaction that applies it. */
export async function recordApplication(
  trx: Transaction<Database>,
  act: Act,
  { batchId, preview }: Pick<ImportBatch, 'batchId' | 'preview'>,
  result: ImportResult,
): Promise<void> {
  await trx
    .updateTable('import_batch')
    .set({
      state: 'applied',
      applied_at: act.at,
      applied_by: act.by,
      preview: JSON.stringify(preview && withoutNames(preview)),
      result: JSON.stringify(result),
    })
    .where('id', '=', batchId)
    .execute();
  const detail = { ...result };
  await recordDeed(trx, act, { verb: 'import:apply', subjectKind: 'import', subjectId: batchId, detail });
}

/** Notes that an import has been undone, in the transaction that undoes it. */
export async function recordUndoing(trx: Transaction<Database>, act: Act, batchId: string): Promise<void> {
  await trx
    .updateTable('import_batch')
    .set({ state: 'undone', undone_at: act.at, undone_by: act.by })
    .where('id', '=', batchId)
    .execute();
  await recordDeed(trx, act, { verb: 'import:undo', subjectKind: 'import', subjectId: batchId });
}

/** Once it is applied, an import keeps its counts and its refused lines; who it was about is in the organisation itself. */
function withoutNames({ layout, findings, problems }: ImportPreview): ImportPreview {
  return {
    problems,
    layout: layout && { ...layout, firstLines: [] },
    findings: findings && { ...findings, samples: { new: [], changed: [], moved: [], flagged: [] }, left: [] },
  };
}
