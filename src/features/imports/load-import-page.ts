import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { Id } from '#platform/ids.ts';
import type { Findings } from './batch.ts';
import { findBatch, findUndoable, listOpenProgrammes, type ImportBatch } from './queries.ts';
import { findNotice, findWorkInHand, type ImportNotice, type WorkInHand } from './work-in-hand.ts';

export const REFUSALS_PER_PAGE = 50;

export interface ImportPage {
  batch: ImportBatch;
  work: WorkInHand | null;
  notice: ImportNotice | null;
  /** Nothing came after it. */
  canUndo: boolean;
  programmes: { slug: string; name: string }[];
  /** One page of the refused lines. */
  refusals: Findings['refusals'];
  pageNumber: number;
}

/** One import as it stands; null when there is none of that id. */
export async function loadImportPage(
  db: Kysely<Database>,
  batchId: string,
  pageNumber: number,
): Promise<ImportPage | null> {
  const batch = Id.safeParse(batchId).success ? await findBatch(db, batchId) : null;
  if (!batch) return null;
  const refusals = batch.preview?.findings?.refusals ?? [];
  const shown = (pageNumber - 1) * REFUSALS_PER_PAGE < refusals.length ? pageNumber : 1;
  return {
    batch,
    work: findWorkInHand(batchId),
    notice: findNotice(batchId),
    canUndo: batch.state === 'applied' && (await findUndoable(db)) === batchId,
    programmes: await listOpenProgrammes(db),
    refusals: refusals.slice((shown - 1) * REFUSALS_PER_PAGE, shown * REFUSALS_PER_PAGE),
    pageNumber: shown,
  };
}
