import { stringify } from 'csv-stringify/sync';

export const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Lines as French spreadsheets read them. A cell that one of them would run as a formula is kept as text by an apostrophe:
 * names come from files that other people filled in.
 */
export function csvText(lines: readonly (readonly string[])[]): string {
  return stringify(
    lines.map((cells) => cells.map(asText)),
    { delimiter: ';', record_delimiter: 'windows', quoted_match: LINE_BREAK },
  );
}

/** The library quotes what holds its own line end, CRLF; half of it would break a line too. */
const LINE_BREAK = /[\r\n]/;

// Spaces first too: some spreadsheets skip them before they look for a formula.
const FORMULA = String.raw`([\s\u00a0]*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|[\t\r\n])`;
// What begins with apostrophes before one gets another, so that each is told from ours.
const TO_GUARD = new RegExp(`^'*${FORMULA}`);
const GUARDED = new RegExp(`^'+${FORMULA}`);

/** A cell of one of our files as it was before a formula in it was kept as text. */
export function withoutFormulaGuard(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}

function asText(cell: string): string {
  return TO_GUARD.test(cell) ? `'${cell}` : cell;
}
