import { createHash, type Hash } from 'node:crypto';
import type { Cell } from './export-document.ts';

/**
 * The fingerprint of a list: SHA-256 over its heading, its columns and its lines, each as one line of JSON. It is the same
 * in every format, and whoever has the file recomputes it (`report verify`).
 */
export class Fingerprint {
  readonly #hash: Hash = createHash('sha256');

  add(cells: readonly Cell[]): void {
    this.#hash.update(`${JSON.stringify(cells)}\n`);
  }

  /** « sha256:… »; nothing can be added afterwards. */
  end(): string {
    return `sha256:${this.#hash.digest('hex')}`;
  }
}

/** What the line of the fingerprint is called. */
export const FINGERPRINT_LABEL = 'Empreinte';
