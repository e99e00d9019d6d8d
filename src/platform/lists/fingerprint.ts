import { createHash, type Hash } from 'node:crypto';
import { cellText } from './cell-text.ts';
import type { Cell, ExportColumn } from './export-document.ts';

/**
 * The fingerprint of a list: SHA-256 over its heading, its titles and its lines as one reads them, each as one line of JSON. It is
 * the same in every format, and whoever has the file recomputes it without knowing what list it is (`report verify`).
 */
export class Fingerprint {
  readonly #hash: Hash = createHash('sha256');

  add(texts: readonly (string | null)[]): void {
    this.#hash.update(`${JSON.stringify(texts)}\n`);
  }

  /** « sha256:… »; nothing can be added afterwards. */
  end(): string {
    return `sha256:${this.#hash.digest('hex')}`;
  }
}

/** What the line of the fingerprint is called. */
export const FINGERPRINT_LABEL = 'Empreinte';

/** The sheet of a workbook that says what its list is. */
export const DEFINITIONS_SHEET = 'Définitions';

interface FingerprintedHead {
  heading: readonly (readonly [label: string, value: string])[];
  columns: readonly Pick<ExportColumn, 'title' | 'kind'>[];
}

/** The fingerprint of a list, as it is written or read. */
export class ListFingerprint {
  readonly #fingerprint = new Fingerprint();
  readonly #columns: readonly Pick<ExportColumn, 'title' | 'kind'>[];

  constructor({ heading, columns }: FingerprintedHead) {
    this.#columns = columns;
    for (const line of [...heading, columns.map(({ title }) => title)]) this.#fingerprint.add(line);
  }

  /** A line as it is written. */
  add(cells: readonly Cell[]): void {
    this.addRead(cells.map((cell, place) => cellText(cell, this.#columns[place]!.kind)));
  }

  /** A line of which the texts are known, in the order of the columns. */
  addRead(texts: readonly string[]): void {
    this.#fingerprint.add(texts.map(withoutMidnight));
  }

  /** « sha256:… »; nothing can be added afterwards. */
  end(): string {
    return this.#fingerprint.end();
  }
}

/** A spreadsheet does not tell a day from its first minute. */
function withoutMidnight(text: string): string {
  return text.endsWith(' 00:00') ? text.replace(/^(\d\d\/\d\d\/\d{4}) 00:00$/, '$1') : text;
}
