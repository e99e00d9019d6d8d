import { BYTE_ORDER_MARK, csvText } from '#platform/csv-text.ts';
import { cellText } from './cell-text.ts';
import type { Emit, ExportDocument } from './export-document.ts';
import { FINGERPRINT_LABEL, ListFingerprint } from './fingerprint.ts';

/**
 * Writes a list as French spreadsheets read it: semicolons, a byte-order mark, French days; the fingerprint comes last.
 * @returns the fingerprint
 */
export async function writeCsv(document: ExportDocument, emit: Emit): Promise<string> {
  const { heading, columns, lines } = document;
  const encoder = new TextEncoder();
  const fingerprint = new ListFingerprint(document);
  const titles = columns.map(({ title }) => title);
  await emit(encoder.encode(BYTE_ORDER_MARK + csvText([...heading, [''], titles])));
  for await (const piece of lines) {
    const texts = piece.map((cells) => cells.map((cell, place) => cellText(cell, columns[place]!.kind)));
    for (const line of texts) fingerprint.addRead(line);
    await emit(encoder.encode(csvText(texts)));
  }
  const stated = fingerprint.end();
  await emit(encoder.encode(csvText([[''], [FINGERPRINT_LABEL, stated]])));
  return stated;
}
