import { shortFrenchDate } from '#domain/time/french-dates.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { BYTE_ORDER_MARK, csvText } from '#platform/csv-text.ts';
import type { Cell, Emit, ExportColumn, ExportDocument } from './export-document.ts';
import { beginFingerprint, FINGERPRINT_LABEL } from './fingerprint.ts';

/**
 * Writes a list as French spreadsheets read it: semicolons, a byte-order mark, French days; the fingerprint comes last.
 * @returns the fingerprint
 */
export async function writeCsv(document: ExportDocument, emit: Emit): Promise<string> {
  const { heading, columns, lines } = document;
  const encoder = new TextEncoder();
  const fingerprint = beginFingerprint(document);
  const titles = columns.map(({ title }) => title);
  await emit(encoder.encode(BYTE_ORDER_MARK + csvText([...heading, [''], titles])));
  for await (const piece of lines) {
    for (const cells of piece) fingerprint.add(cells);
    await emit(encoder.encode(csvText(piece.map((cells) => cells.map((cell, place) => text(cell, columns[place]!))))));
  }
  const stated = fingerprint.end();
  await emit(encoder.encode(csvText([[''], [FINGERPRINT_LABEL, stated]])));
  return stated;
}

function text(cell: Cell, { kind }: ExportColumn): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 'oui' : 'non';
  return kind === 'date' ? shortFrenchDate(cell as CivilDate) : cell;
}
