import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { Line } from '#domain/organisation/read-lines.ts';
import { detectSeparator, type Separator } from '#domain/organisation/separator.ts';
import type { Encoding } from './encoding-names.ts';
import { asUtf8, openText, type TextFile } from './text-encoding.ts';
import { UnreadableFile } from './unreadable-file.ts';

export interface OpenedCsv {
  encoding: Encoding;
  separator: Separator;
  header: string[];
  /** Lines after the header, with the share of the file that has been read; throws UnreadableFile where it stops being one. */
  lines(): AsyncGenerator<Line & { share: number }>;
}

const MAX_COLUMNS = 100;
/** No line of a person comes near it; a file without line ends, or with a quote left open, goes beyond. */
const MAX_LINE_IN_CHARACTERS = 100_000;

/** Opens a CSV file: finds its encoding, its separator and its header. Throws UnreadableFile. */
export async function openCsv(file: string): Promise<OpenedCsv> {
  const { size } = await stat(file);
  if (size === 0) throw new UnreadableFile('Le fichier est vide : choisissez celui que le logiciel RH a exporté.');
  const text = await openText(file, size);
  const separator = detectSeparator(await firstLine(text));
  for await (const { cells } of readLines(text, separator)) {
    const header = withoutEmptyEnd(cells).map((heading) => heading.replace(/\s+/g, ' ').trim().slice(0, 100));
    if (header.length > MAX_COLUMNS)
      throw new UnreadableFile(`La première ligne a ${header.length} colonnes : ${MAX_COLUMNS} au plus sont lues.`);
    return { encoding: text.encoding, separator, header, lines: () => linesAfterHeader(text, separator) };
  }
  throw new UnreadableFile('Le fichier n’a aucune ligne : la première doit donner le nom des colonnes.');
}

async function firstLine(text: TextFile): Promise<string> {
  for await (const piece of asUtf8(text)) return /^[\r\n]*([^\r\n]*)/.exec(piece.toString('utf8'))?.[1] ?? '';
  return '';
}

/** A spreadsheet that has been wider leaves empty cells behind. */
function withoutEmptyEnd(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, last + 1);
}

async function* linesAfterHeader(text: TextFile, separator: Separator) {
  let isHeader = true;
  for await (const line of readLines(text, separator)) {
    if (!isHeader) yield line;
    isHeader = false;
  }
}

async function* readLines(text: TextFile, separator: Separator): AsyncGenerator<Line & { share: number }> {
  const count = lineCount();
  const places: { line: number; bytesRead: number }[] = [];
  const parser = parse({
    delimiter: separator,
    // Files sewn together from two systems end their lines in two ways.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_LINE_IN_CHARACTERS,
    on_record(cells, info) {
      places.push({ line: count.next(cells, info), bytesRead: info.bytes });
      return cells;
    },
  });
  const source = Readable.from(asUtf8(text), { objectMode: true, highWaterMark: 1 });
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      const { line, bytesRead } = places.shift()!;
      if (cells.every((cell) => cell.trim() === '')) continue;
      yield { line, cells, share: Math.min(1, bytesRead / text.size) };
    }
  } catch (error) {
    throw error instanceof CsvError ? unreadable(error, count.upTo({ empty_lines: Number(error.empty_lines) })) : error;
  } finally {
    source.destroy();
  }
}

type Counts = { lines: number; empty_lines: number };

/** Where each line begins: the parser says where it ends, and counts a line break within quotes twice when it is made of two characters. */
function lineCount() {
  let countedTwice = 0;
  let last = { line: 0, emptyLines: 0 };
  return {
    next(cells: readonly string[], { lines, empty_lines }: Counts): number {
      const breaks = breaksIn(cells);
      const begins = lines - countedTwice - breaks.counted;
      countedTwice += breaks.counted - breaks.real;
      last = { line: lines - countedTwice, emptyLines: empty_lines };
      return begins;
    },
    /** Where the line begins that cannot be read. */
    upTo: ({ empty_lines }: Pick<Counts, 'empty_lines'>): number =>
      last.line + 1 + Math.max(0, empty_lines - last.emptyLines),
  };
}

function breaksIn(cells: readonly string[]): { counted: number; real: number } {
  let counted = 0;
  let real = 0;
  for (const cell of cells) {
    if (!/[\r\n]/.test(cell)) continue;
    counted += cell.match(/[\r\n]/g)!.length;
    real += cell.match(/\r\n|[\r\n]/g)!.length;
  }
  return { counted, real };
}

function unreadable({ code }: CsvError, line: number): UnreadableFile {
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return new UnreadableFile(
        `Un guillemet ouvert à la ligne ${line} n’est jamais refermé : le fichier a été coupé, ou cette ligne a un guillemet de trop. Exportez-le de nouveau, ou corrigez-la.`,
      );
    case 'CSV_MAX_RECORD_SIZE':
      return new UnreadableFile(
        `La ligne ${line} dépasse ${MAX_LINE_IN_CHARACTERS} caractères : un guillemet y est resté ouvert, ou ce n’est pas un CSV. Corrigez-la, ou exportez le fichier de nouveau.`,
      );
    default:
      return new UnreadableFile(
        `La ligne ${line} a un guillemet mal placé : doublez ceux qui sont dans une cellule, et entourez cette cellule de guillemets ("le ""grand"" Jean").`,
      );
  }
}
