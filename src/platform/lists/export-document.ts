/** A cell: text, a whole number, a day, a moment, yes or no, or nothing; what it is belongs to its column. */
export type Cell = string | number | boolean | null;

export interface ExportColumn {
  title: string;
  /**
   * `date` cells hold `YYYY-MM-DD`, `instant` cells a moment in UTC, `flag` cells true or false; `text` cells hold a number
   * where it is one.
   */
  kind: 'text' | 'date' | 'instant' | 'flag';
  /** In characters, for spreadsheets. */
  width: number;
}

/** A list to be written as a file, in any format: what it is of, its columns, its lines as they are read. */
export interface ExportDocument {
  title: string;
  /** What the file is of, when it was made, by whom, how the rate is defined, and the figures. */
  heading: readonly (readonly [label: string, value: string])[];
  /** Three at least: by that a CSV tells them from the lines of its heading. */
  columns: readonly ExportColumn[];
  lines: AsyncIterable<readonly Cell[][]>;
}

/** Hands over a piece of the file, and waits while nobody reads. */
export type Emit = (chunk: Uint8Array) => Promise<void>;

/** A short list, all of it at hand. */
export async function* inOnePiece(lines: Cell[][]): AsyncGenerator<Cell[][]> {
  yield lines;
}
