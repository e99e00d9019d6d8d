const HEADINGS = /<(h[2-4])\b[^>]*>[\s\S]*?<\/\1>/g;
/** What begins or ends a line for a reader. */
const LINE_TAGS =
  /<\/?(?:p|li|ul|ol|dl|dt|dd|table|thead|tbody|tr|th|td|blockquote|pre|figure|figcaption|br|hr)\b[^>]*>/g;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' };

/** The words of HTML that the compiler made, on one line, without its headings (which are searched apart). */
export function htmlText(html: string): string {
  const lines = html
    .replace(HEADINGS, '\n')
    .replace(LINE_TAGS, '\n')
    .replace(/<[^>]*>/g, '')
    .split(/\r?\n/);
  return joinLines(lines.map(decodeReferences));
}

/** Lines one after the other; a dot in the middle stands between two when nothing else does. */
export function joinLines(lines: readonly string[]): string {
  return lines
    .map((line) => line.replace(/[\s\uE000-\uF8FF]+/g, (run) => (run.includes('\u00A0') ? '\u00A0' : ' ')).trim())
    .filter((line) => line !== '')
    .reduce((text, line) => (text === '' ? line : `${text}${/[.!?:;,…»]$/.test(text) ? ' ' : ' · '}${line}`), '');
}

function decodeReferences(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi,
    (typed, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? typed;
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : typed;
    },
  );
}
