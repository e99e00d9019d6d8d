import { utcMidnightOf, type CivilDate } from '#domain/time/civil-date.ts';
import { writeOds, writeXlsx, writeXlsxStream } from 'hucre';
import { LINES_IN_MEMORY } from '../export-limits.ts';
import type { Cell, Emit, ExportColumn, ExportDocument } from './export-document.ts';
import { Fingerprint, FINGERPRINT_LABEL } from './fingerprint.ts';

type Value = string | boolean | Date | null;

interface Read {
  rows: Value[][];
  fingerprint: string;
}

/** Writes a list as a workbook: typed cells, frozen header, filters, and a first sheet that says what it is. */
export async function writeWorkbook(document: ExportDocument, format: 'xlsx' | 'ods', emit: Emit): Promise<void> {
  const read = await readLines(document);
  if (read === 'too-many') throw new RangeError('a list this long is streamed');
  const sheets = [definitionSheet(document, read), listSheet(document, read)];
  await emit(format === 'xlsx' ? await writeXlsx({ sheets }) : await writeOds({ sheets }));
}

/**
 * Writes a long list as one sheet, row by row, in constant memory: typed cells and a frozen header. What it is of
 * stands in the CSV of the same list: the streaming writer makes one sheet alone, without filters.
 */
export async function streamWorkbook({ title, columns, lines }: ExportDocument, emit: Emit): Promise<void> {
  async function* rows(): AsyncGenerator<Value[]> {
    for await (const piece of lines)
      for (const cells of piece) yield cells.map((cell, place) => value(cell, columns[place]!));
  }
  const stream = writeXlsxStream(rows(), {
    name: sheetName(title),
    columns: columnDefs(columns),
    freezePane: { rows: 1 },
  });
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) await emit(chunk);
}

async function readLines({ heading, columns, lines }: ExportDocument): Promise<Read | 'too-many'> {
  const fingerprint = new Fingerprint();
  for (const line of [...heading, columns.map(({ title }) => title)]) fingerprint.add(line);
  const rows: Value[][] = [];
  for await (const piece of lines) {
    for (const cells of piece) {
      fingerprint.add(cells);
      rows.push(cells.map((cell, place) => value(cell, columns[place]!)));
    }
    if (rows.length > LINES_IN_MEMORY) return 'too-many';
  }
  return { rows, fingerprint: fingerprint.end() };
}

function definitionSheet({ heading }: ExportDocument, { fingerprint }: Read) {
  return {
    name: 'Définitions',
    columns: [{ width: 26 }, { width: 110 }],
    rows: [...heading.map(([label, text]) => [label, text]), [FINGERPRINT_LABEL, fingerprint]],
  };
}

function listSheet({ title, columns }: ExportDocument, { rows }: Read) {
  const titles = columns.map((column) => column.title);
  return {
    name: sheetName(title),
    columns: columnDefs(columns).map(({ width, numFmt }) => ({ width, numFmt })),
    rows: [titles, ...rows],
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${String.fromCharCode(64 + columns.length)}${rows.length + 1}` },
  };
}

function columnDefs(columns: readonly ExportColumn[]) {
  return columns.map(({ title, width, kind }) => ({
    header: title,
    width,
    ...(kind === 'date' ? { numFmt: 'dd/mm/yyyy' } : {}),
  }));
}

function value(cell: Cell, { kind }: ExportColumn): Value {
  return kind === 'date' && typeof cell === 'string' ? utcMidnightOf(cell as CivilDate) : cell;
}

/** A sheet's name has 31 characters at most, and none of these. */
function sheetName(title: string): string {
  return title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
}
