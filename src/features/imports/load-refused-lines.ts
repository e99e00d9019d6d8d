import { open } from 'node:fs/promises';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { Id } from '#platform/ids.ts';
import { refusedLinesFile } from './import-file.ts';
import { findBatch, findUndoable, type ImportBatch } from './queries.ts';

/** Whether HR can still have the refused lines of an import: until it is over, or another one has been applied. */
export function areRefusedLinesKept({ state, preview }: ImportBatch, isLast: boolean): boolean {
  if (!preview?.findings || preview.findings.counts.refused === 0) return false;
  return state === 'previewed' || (state === 'applied' && isLast);
}

/** Every refused line of an import as a CSV file; null when there is none. */
export async function loadRefusedLines(
  db: Kysely<Database>,
  dataFolder: string,
  batchId: string,
): Promise<{ content: ReadableStream; name: string } | null> {
  const batch = Id.safeParse(batchId).success ? await findBatch(db, batchId) : null;
  if (!batch || !areRefusedLinesKept(batch, (await findUndoable(db)) === batchId)) return null;
  const file = await open(refusedLinesFile(dataFolder, batchId)).catch(() => null);
  return file && { content: file.readableWebStream({ autoClose: true }) as ReadableStream, name: nameOf(batch) };
}

/** What the file was called, in letters that any header can carry. */
function nameOf({ fileName }: ImportBatch): string {
  const plain = fileName
    .replace(/\.[^.]*$/, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9_-]+/g, '-');
  return `${plain}-lignes-refusees.csv`;
}
