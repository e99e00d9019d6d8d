import { parse } from 'csv-parse/sync';
import { read } from 'hucre';
import { parseCivilDate } from '#domain/time/civil-date.ts';
import { z } from 'zod';
import { PERSON_COLUMNS } from './export-lines.ts';
import type { Cell, ExportColumn } from '#platform/lists/export-document.ts';
import { DEFINITIONS_SHEET, Fingerprint, FINGERPRINT_LABEL } from '#platform/lists/fingerprint.ts';

export type VerifyReportResult =
  | { outcome: 'intact'; fingerprint: string; lineCount: number; heading: Record<string, string> }
  | { outcome: 'altered'; stated: string; found: string }
  /** No file of ours, or one of which the fingerprint was taken off. */
  | { outcome: 'no-fingerprint' }
  | { outcome: 'unreadable' }
  | { outcome: 'unknown-format' };

interface Report {
  heading: string[][];
  titles: string[];
  lines: Cell[][];
  stated: string;
}

/** Recomputes the fingerprint of an exported list from the file alone. */
export async function verifyReport(bytes: Uint8Array, fileName: string): Promise<VerifyReportResult> {
  const reader = READERS[/\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''];
  if (!reader) return { outcome: 'unknown-format' };
  let report: Report | null;
  try {
    report = await reader(bytes);
  } catch {
    return { outcome: 'unreadable' };
  }
  if (!report) return { outcome: 'no-fingerprint' };
  const fingerprint = new Fingerprint();
  for (const line of [...report.heading, report.titles, ...report.lines]) fingerprint.add(line);
  const found = fingerprint.end();
  if (found !== report.stated) return { outcome: 'altered', stated: report.stated, found };
  const heading = Object.fromEntries(report.heading.map(([label = '', value = '']) => [label, value]));
  return { outcome: 'intact', fingerprint: found, lineCount: report.lines.length, heading };
}

const READERS: Record<string, ((bytes: Uint8Array) => Promise<Report | null>) | undefined> = {
  csv: async (bytes) => readCsv(new TextDecoder('utf-8', { fatal: true }).decode(bytes)),
  json: async (bytes) => readJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes)),
  xlsx: readWorkbook,
  ods: readWorkbook,
};

function readCsv(text: string): Report | null {
  const records = parse(text, {
    delimiter: ';',
    bom: true,
    relax_column_count: true,
    skip_empty_lines: false,
  }) as string[][];
  const end = records.findLastIndex(([label]) => label === FINGERPRINT_LABEL);
  // The heading has two cells to a line, a list has more columns.
  const start = records.findIndex((cells) => cells.length > 2);
  if (end < 0 || start < 0) return null;
  const columns = records[start]!.map(columnOf);
  const unguarded = (cell: string) => cell.replace(/^'(?=[\s\u00a0]*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|[\t\r\n])/, '');
  return {
    heading: records
      .slice(0, start)
      .filter((cells) => cells.length === 2)
      .map((cells) => cells.map(unguarded)),
    titles: records[start]!,
    lines: records
      .slice(start + 1, end)
      .filter((cells) => cells.length === columns.length)
      .map((cells) => cells.map((cell, place) => cellOf(unguarded(cell), columns[place]!))),
    stated: records[end]![1] ?? '',
  };
}

/** What a column holds, by its title: text where no list has days or flags under it. */
function columnOf(title: string): Pick<ExportColumn, 'kind'> {
  return PERSON_COLUMNS.find((column) => column.title === title) ?? { kind: 'text' };
}

function cellOf(text: string, { kind }: Pick<ExportColumn, 'kind'>): Cell {
  if (text === '') return null;
  if (kind === 'flag') return text === 'oui';
  return kind === 'date' ? text.split('/').reverse().join('-') : text;
}

const JsonReport = z.object({
  heading: z.record(z.string(), z.string()),
  columns: z.array(z.object({ title: z.string() })),
  lines: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
  fingerprint: z.string(),
});

function readJson(text: string): Report {
  const { heading, columns, lines, fingerprint } = JsonReport.parse(JSON.parse(text));
  return { heading: Object.entries(heading), titles: columns.map(({ title }) => title), lines, stated: fingerprint };
}

async function readWorkbook(bytes: Uint8Array): Promise<Report | null> {
  const { sheets } = await read(bytes);
  const definitions = sheets.find(({ name }) => name === DEFINITIONS_SHEET);
  const list = sheets.find(({ name }) => name !== DEFINITIONS_SHEET);
  if (!definitions || !list) return null;
  const heading = definitions.rows.map((row) => [String(row[0] ?? ''), String(row[1] ?? '')]);
  const stated = heading.pop()?.[1] ?? '';
  const [titles = [], ...rows] = list.rows;
  const columns = titles.map((title) => columnOf(String(title)));
  return {
    heading,
    titles: titles.map(String),
    lines: rows.map((row) => columns.map((column, place) => sheetCell(row[place], column))),
    stated,
  };
}

function sheetCell(value: unknown, { kind }: Pick<ExportColumn, 'kind'>): Cell {
  if (value === null || value === undefined || value === '') return null;
  if (value instanceof Date) return parseCivilDate(value.toISOString().slice(0, 10));
  if (kind === 'flag') return value === true || value === 'TRUE' || value === 1;
  return String(value);
}
