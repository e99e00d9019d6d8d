import { existsSync } from 'node:fs';
import {
  columnProblems,
  columnsOf,
  recogniseColumns,
  type Columns,
  type FileKind,
} from '#domain/organisation/columns.ts';
import type { FileLayout, ImportSettings } from './batch.ts';
import { openCsv, type OpenedCsv } from './open-csv.ts';
import { UnreadableFile } from './unreadable-file.ts';

export interface OpenedImport {
  csv: OpenedCsv;
  kind: FileKind;
  columns: Columns;
  /** Why its lines cannot be read with these columns; none when they can. */
  problems: string[];
}

/** Opens the file of an import, with what its columns are taken for. Throws UnreadableFile. */
export async function openImport(file: string, settings: ImportSettings): Promise<OpenedImport> {
  if (!existsSync(file)) throw new UnreadableFile('Le fichier de cet import n’est plus là : envoyez-le de nouveau.');
  const csv = await openCsv(file);
  const kind = settings.kind ?? recogniseColumns(csv.header).kind;
  const isChosen = settings.columns !== null && settings.columns.length === csv.header.length;
  const columns = isChosen ? settings.columns! : columnsOf(kind, csv.header);
  return { csv, kind, columns, problems: columnProblems(kind, columns, csv.header) };
}

const SHOWN_LINES = 3;
const SHOWN_CHARACTERS = 60;

/** What the preview shows of the file itself. */
export async function layoutOf({ encoding, separator, header, lines }: OpenedCsv): Promise<FileLayout> {
  const firstLines: string[][] = [];
  for await (const { cells } of lines()) {
    firstLines.push(header.map((_, place) => (cells[place] ?? '').slice(0, SHOWN_CHARACTERS)));
    if (firstLines.length === SHOWN_LINES) break;
  }
  return { encoding, separator, header, firstLines };
}
