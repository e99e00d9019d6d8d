import { createHash, type Hash } from 'node:crypto';
import type { Cell, ExportDocument } from './export-document.ts';

/**
 * The fingerprint of a list: SHA-256 over its heading, its columns and its lines, each as one line of JSON, a number as its
 * digits. It is the same in every format, and whoever has the file recomputes it (`report verify`).
 */
export class Fingerprint {
  readonly #hash: Hash = createHash('sha256');

  add(cells: readonly Cell[]): void {
    const line = cells.some((cell) => typeof cell === 'number')
      ? cells.map((cell) => (typeof cell === 'number' ? String(cell) : cell))
      : cells;
    this.#hash.update(`${JSON.stringify(line)}\n`);
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

/** The fingerprint of a list, begun with its heading and its titles: its lines follow. */
export function beginFingerprint({ heading, columns }: Pick<ExportDocument, 'heading' | 'columns'>): Fingerprint {
  const fingerprint = new Fingerprint();
  for (const line of [...heading, columns.map(({ title }) => title)]) fingerprint.add(line);
  return fingerprint;
}
