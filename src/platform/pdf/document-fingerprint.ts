import { createHash, type Hash } from 'node:crypto';
import { pdfText } from './pdf-text.ts';

/**
 * The fingerprint of a document: SHA-256 over every text it shows, in the order in which a reader meets them. Spaces do not count,
 * since lines break where they can; nor do page numbers. Whoever has the file recomputes it (`report verify`).
 */
export class DocumentFingerprint {
  readonly #hash: Hash = createHash('sha256');

  say(text: string): void {
    this.#hash.update(withoutSpaces(pdfText(text)));
  }

  /** « sha256:… »; nothing can be said afterwards. */
  end(): string {
    return `sha256:${this.#hash.digest('hex')}`;
  }
}

/** What stands before the fingerprint of what one has just read. */
export const PDF_FINGERPRINT_LABEL = 'Empreinte de ce qui précède';

/** Text by which two ways of breaking its lines are the same. */
export function withoutSpaces(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00ad\u200b]/g, '');
}
