const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** A text without the ways in which HTML, JSON and typography write it: what remains compares across all of them. */
export function plainText(text: string): string {
  return decodeEntities(decodeEntities(text.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => character(hex, 16))))
    .replace(/\\(["\\/])/g, '$1')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
}

/** The words of a piece of HTML. */
export function wordsOf(html: string): string {
  return plainText(html.replace(/<[^>]+>/g, ' '));
}

function decodeEntities(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => character(hex, 16))
    .replace(/&#(\d+);/g, (_, decimal: string) => character(decimal, 10))
    .replace(/&([a-z]+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}

function character(code: string, base: number): string {
  return String.fromCodePoint(Number.parseInt(code, base));
}
