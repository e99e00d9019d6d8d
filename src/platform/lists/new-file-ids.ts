import type { ExportFormat } from '#domain/exports/export-formats.ts';
import { newId } from '#platform/ids.ts';

/** An id for the file of each format that a page offers to prepare: however often its form is sent, it stands for one. */
export function newFileIds(): Record<ExportFormat, string> {
  return { csv: newId(), xlsx: newId(), ods: newId(), json: newId(), pdf: newId() };
}
