import type { Kysely } from 'kysely';
import type { Database, ImportState } from '#db/schema.ts';
import type { Instant } from '#domain/time/instant.ts';
import { ImportPreview, ImportResult, ImportSettings } from './batch.ts';

export interface ImportBatch {
  batchId: string;
  fileName: string;
  state: ImportState;
  storedAt: Instant;
  storedBy: string | null;
  appliedAt: Instant | null;
  undoneAt: Instant | null;
  settings: ImportSettings;
  preview: ImportPreview | null;
  result: ImportResult | null;
}

export async function findBatch(db: Kysely<Database>, batchId: string): Promise<ImportBatch | null> {
  const row = await db
    .selectFrom('import_batch')
    .leftJoin('person', 'person.id', 'import_batch.stored_by')
    .where('import_batch.id', '=', batchId)
    .select(['import_batch.id', 'file_name', 'state', 'stored_at', 'applied_at', 'undone_at'])
    .select(['settings', 'preview', 'result', 'given_name', 'family_name'])
    .executeTakeFirst();
  if (!row) return null;
  return {
    ...outlineOf(row),
    settings: ImportSettings.parse(JSON.parse(row.settings)),
    preview: row.preview === null ? null : ImportPreview.parse(JSON.parse(row.preview)),
    result: row.result === null ? null : ImportResult.parse(JSON.parse(row.result)),
  };
}

export type ImportOutline = Omit<ImportBatch, 'settings' | 'preview' | 'result'> & { result: ImportResult | null };

/** The latest imports first. */
export async function listBatches(db: Kysely<Database>, limit: number, offset: number): Promise<ImportOutline[]> {
  const rows = await db
    .selectFrom('import_batch')
    .leftJoin('person', 'person.id', 'import_batch.stored_by')
    .select(['import_batch.id', 'file_name', 'state', 'stored_at', 'applied_at', 'undone_at', 'result'])
    .select(['given_name', 'family_name'])
    .orderBy('stored_at', 'desc')
    .orderBy('import_batch.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => ({
    ...outlineOf(row),
    result: row.result === null ? null : ImportResult.parse(JSON.parse(row.result)),
  }));
}

export async function countBatches(db: Kysely<Database>): Promise<number> {
  const row = await db
    .selectFrom('import_batch')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** The import that was applied last, unless it was undone: the only one of which the changes are kept. */
export async function findUndoable(db: Kysely<Database>): Promise<string | null> {
  const row = await db.selectFrom('import_change').select('batch_id').limit(1).executeTakeFirst();
  return row?.batch_id ?? null;
}

/** Programmes that are not closed, the first to end first. */
export async function listOpenProgrammes(db: Kysely<Database>): Promise<{ id: string; slug: string; name: string }[]> {
  return db
    .selectFrom('programme')
    .where('closed_on', 'is', null)
    .select(['id', 'slug', 'name'])
    .orderBy('deadline')
    .orderBy('slug')
    .execute();
}

interface OutlineRow {
  id: string;
  file_name: string;
  state: ImportState;
  stored_at: string;
  applied_at: string | null;
  undone_at: string | null;
  given_name: string | null;
  family_name: string | null;
}

function outlineOf(row: OutlineRow) {
  return {
    batchId: row.id,
    fileName: row.file_name,
    state: row.state,
    storedAt: row.stored_at as Instant,
    storedBy: row.family_name === null ? null : `${row.given_name} ${row.family_name}`,
    appliedAt: row.applied_at as Instant | null,
    undoneAt: row.undone_at as Instant | null,
  };
}
