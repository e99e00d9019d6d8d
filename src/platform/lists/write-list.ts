import type { ExportFormat } from '#domain/exports/export-formats.ts';
import { writeCsv } from './write-csv.ts';
import type { Emit, ExportDocument } from './export-document.ts';
import { writeJson } from './write-json.ts';
import { writeOds } from './write-ods.ts';
import { writeXlsx } from './write-xlsx.ts';

export type ListFormat = Exclude<ExportFormat, 'pdf'>;

const WRITERS: Record<ListFormat, (document: ExportDocument, emit: Emit) => Promise<string>> = {
  csv: writeCsv,
  xlsx: writeXlsx,
  ods: writeOds,
  json: writeJson,
};

/** Writes a list in a format, of any length. Returns its fingerprint. */
export function writeList(document: ExportDocument, format: ListFormat, emit: Emit): Promise<string> {
  return WRITERS[format](document, emit);
}

/** A short list as a whole file. */
export async function listBytes(document: ExportDocument, format: ListFormat): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  await writeList(document, format, async (piece) => {
    pieces.push(piece);
  });
  return new Uint8Array(Buffer.concat(pieces));
}
