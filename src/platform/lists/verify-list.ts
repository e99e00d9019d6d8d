import { parse } from 'csv-parse/sync';
import { read } from 'hucre';
import { z } from 'zod';
import { addDuration, instantOf, seconds } from '#domain/time/instant.ts';
import { withoutFormulaGuard } from '#platform/csv-text.ts';
import { cellText } from './cell-text.ts';
import type { ExportColumn } from './export-document.ts';
import { DEFINITIONS_SHEET, FINGERPRINT_LABEL, ListFingerprint } from './fingerprint.ts';

export type VerifyListResult =
  | { outcome: 'intact'; fingerprint: string; lineCount: number; heading: Record<string, string> }
  | { outcome: 'altered'; stated: string; found: string }
  /** No file of ours, or one of which the fingerprint was taken off. */
  | { outcome: 'no-fingerprint' }
  | { outcome: 'unreadable' }
  | { outcome: 'unknown-format' };

/** A file as it is read: every cell as text. */
interface ReadList {
  heading: string[][];
  titles: string[];
  lines: string[][];
  stated: string;
}

/**
 * Recomputes the fingerprint of an exported list from the file alone.
 * @param fileName its extension says the format
 */
export async function verifyList(bytes: Uint8Array, fileName: string): Promise<VerifyListResult> {
  const reader = READERS[/\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''];
  if (!reader) return { outcome: 'unknown-format' };
  let list: ReadList | null;
  try {
    list = await reader(bytes);
  } catch {
    return { outcome: 'unreadable' };
  }
  if (!list) return { outcome: 'no-fingerprint' };
  const heading = list.heading.map(([label = '', value = '']) => [label, value] as const);
  const fingerprint = new ListFingerprint({
    heading,
    columns: list.titles.map((title) => ({ title, kind: 'text' as const })),
  });
  for (const line of list.lines) fingerprint.addRead(line);
  const found = fingerprint.end();
  if (found !== list.stated) return { outcome: 'altered', stated: list.stated, found };
  return {
    outcome: 'intact',
    fingerprint: found,
    lineCount: list.lines.length,
    heading: Object.fromEntries(heading),
  };
}

const READERS: Record<string, ((bytes: Uint8Array) => Promise<ReadList | null>) | undefined> = {
  csv: async (bytes) => readCsv(new TextDecoder('utf-8', { fatal: true }).decode(bytes)),
  json: async (bytes) => readJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes)),
  xlsx: readWorkbook,
  ods: readWorkbook,
};

function readCsv(text: string): ReadList | null {
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
  const titles = records[start]!;
  const linesOf = (from: number, to: number, length: number) =>
    records
      .slice(from, to)
      .filter((cells) => cells.length === length)
      .map((cells) => cells.map(withoutFormulaGuard));
  return {
    heading: linesOf(0, start, 2),
    titles,
    lines: linesOf(start + 1, end, titles.length),
    stated: records[end]![1] ?? '',
  };
}

const KINDS = ['text', 'date', 'instant', 'flag'] as const satisfies ExportColumn['kind'][];

const JsonList = z.object({
  heading: z.record(z.string(), z.string()),
  columns: z.array(z.object({ title: z.string(), kind: z.enum(KINDS) })),
  lines: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
  fingerprint: z.string(),
});

function readJson(text: string): ReadList {
  const { heading, columns, lines, fingerprint } = JsonList.parse(JSON.parse(text));
  return {
    heading: Object.entries(heading),
    titles: columns.map(({ title }) => title),
    lines: lines.map((cells) => cells.map((cell, place) => cellText(cell, columns[place]?.kind ?? 'text'))),
    stated: fingerprint,
  };
}

async function readWorkbook(bytes: Uint8Array): Promise<ReadList | null> {
  const { sheets } = await read(bytes);
  const definitions = sheets.find(({ name }) => name === DEFINITIONS_SHEET);
  const list = sheets.find(({ name }) => name !== DEFINITIONS_SHEET);
  if (!definitions || !list) return null;
  const heading = definitions.rows.map((row) => [String(row[0] ?? ''), String(row[1] ?? '')]);
  const stated = heading.pop()?.[1] ?? '';
  const [titles = [], ...rows] = list.rows;
  return {
    heading,
    titles: titles.map(String),
    lines: rows.map((row) => titles.map((_, place) => sheetText(row[place]))),
    stated,
  };
}

/** What a program that reads workbooks gives for a cell; a day and a moment as those of the cell, in no time zone. */
function sheetText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return cellText(value, 'flag');
  if (!(value instanceof Date)) return String(value);
  const [day = '', time = ''] = addDuration(instantOf(value), HALF_A_MINUTE).split('T');
  return `${day.split('-').reverse().join('/')} ${time.slice(0, 5)}`;
}

// A workbook keeps a moment as a fraction of a day, which comes back some milliseconds off.
const HALF_A_MINUTE = seconds(30);
