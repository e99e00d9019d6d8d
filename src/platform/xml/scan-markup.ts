/** What stops a reading before any parser sees the text. */
export type MarkupFault =
  | 'doctype'
  | 'declaration'
  | 'unclosed comment'
  | 'unclosed section'
  | 'unclosed instruction'
  | 'unclosed tag'
  | 'unknown entity'
  | 'bare ampersand'
  | 'character'
  | 'depth'
  | 'elements'
  | 'attributes'
  | 'section';

export type ScannedMarkup =
  | { kind: 'scanned'; text: string; prefixes: ReadonlySet<string> }
  | { kind: 'fault'; fault: MarkupFault; line: number; detail: string };

export const MAX_DEPTH = 100;
/** A manifest has some thousands; each costs the parser some hundred bytes, and attributes of one element more and more time. */
export const MAX_ELEMENTS = 60_000;
export const MAX_ATTRIBUTES = 200_000;
const MAX_ATTRIBUTES_OF_ONE = 100;
/** Of characters; a section written as ordinary text may take five times its room. */
const MAX_SECTION = 500_000;

/**
 * Goes once through the text and gives it back with nothing but elements and text in it, on the same lines: comments and
 * instructions are blanked, character sections become ordinary text. So the parser that follows can meet no declaration, no
 * entity of the document's own, and never more than it can hold.
 */
export function scanMarkup(source: string): ScannedMarkup {
  const scan: Scan = { source, pieces: [], at: 0, depth: 0, elements: 0, attributes: 0, prefixes: new Set() };
  const control = FORBIDDEN.exec(source);
  if (control) return fault(scan, 'character', control.index, codePointName(control[0]));
  while (scan.at < source.length) {
    const stop = readText(scan) ?? (scan.at < source.length ? readMarkup(scan) : null);
    if (stop) return stop;
  }
  return { kind: 'scanned', text: scan.pieces.join(''), prefixes: scan.prefixes };
}

interface Scan {
  source: string;
  pieces: string[];
  at: number;
  depth: number;
  elements: number;
  attributes: number;
  prefixes: Set<string>;
}

type Fault = Extract<ScannedMarkup, { kind: 'fault' }>;

/** Characters that XML 1.0 does not have. */
const FORBIDDEN = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const REFERENCE = /&(?:(amp|lt|gt|quot|apos);|#(\d{1,7});|#x([\da-f]{1,6});|([\w.:-]{1,60}));?|&/giu;

function readText(scan: Scan): Fault | null {
  const end = endOf(scan.source.indexOf('<', scan.at), scan.source.length);
  const text = scan.source.slice(scan.at, end);
  const stop = referenceFault(scan, text, scan.at);
  if (stop) return stop;
  scan.pieces.push(text);
  scan.at = end;
  return null;
}

const endOf = (found: number, otherwise: number): number => (found < 0 ? otherwise : found);

function referenceFault(scan: Scan, text: string, start: number): Fault | null {
  if (!text.includes('&')) return null;
  for (const match of text.matchAll(REFERENCE)) {
    const [whole, known, decimal, hexadecimal] = match;
    const at = start + match.index;
    if (known !== undefined) continue;
    if (decimal === undefined && hexadecimal === undefined) {
      const isEntity = whole.length > 1 && whole.endsWith(';');
      return fault(scan, isEntity ? 'unknown entity' : 'bare ampersand', at, whole);
    }
    const code = decimal === undefined ? parseInt(hexadecimal!, 16) : parseInt(decimal, 10);
    if (code > 0x10ffff || FORBIDDEN.test(String.fromCodePoint(code))) return fault(scan, 'character', at, whole);
  }
  return null;
}

function readMarkup(scan: Scan): Fault | null {
  const { source, at } = scan;
  if (source.startsWith('<!--', at)) return skip(scan, '-->', 4, 'unclosed comment', () => '');
  if (source.startsWith('<![CDATA[', at)) return skip(scan, ']]>', 9, 'unclosed section', escaped);
  if (source.startsWith('<?', at)) return skip(scan, '?>', 2, 'unclosed instruction', () => '');
  if (source.startsWith('<!', at)) {
    const word = source.slice(at, at + 12).toUpperCase();
    return fault(scan, word.startsWith('<!DOCTYPE') ? 'doctype' : 'declaration', at, '');
  }
  return readTag(scan);
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function skip(
  scan: Scan,
  closing: string,
  opening: number,
  unclosed: MarkupFault,
  kept: (text: string) => string,
): Fault | null {
  const end = scan.source.indexOf(closing, scan.at + opening);
  if (end < 0) return fault(scan, unclosed, scan.at, '');
  const inside = scan.source.slice(scan.at + opening, end);
  if (closing === ']]>' && inside.length > MAX_SECTION) return fault(scan, 'section', scan.at, '');
  const text = kept(inside);
  scan.pieces.push(text === '' ? inside.replace(/[^\n]+/g, '') : text);
  scan.at = end + closing.length;
  return null;
}

function readTag(scan: Scan): Fault | null {
  const { source, at } = scan;
  const { end, values } = tagEnd(source, at + 1);
  if (end < 0) return fault(scan, 'unclosed tag', at, tagName(source, at));
  const tag = source.slice(at, end + 1);
  const stop = referenceFault(scan, tag, at) ?? countTag(scan, tag, values);
  if (stop) return stop;
  for (const [, prefix] of tag.matchAll(/(?:^<\/?|\s)([\p{L}_][\p{L}\p{N}_.-]*):/gu)) scan.prefixes.add(prefix!);
  scan.pieces.push(tag);
  scan.at = end + 1;
  return null;
}

function countTag(scan: Scan, tag: string, values: number): Fault | null {
  if (tag.startsWith('</')) {
    scan.depth -= 1;
    return null;
  }
  scan.elements += 1;
  scan.attributes += values;
  const depth = scan.depth + 1;
  if (!tag.endsWith('/>')) scan.depth = depth;
  if (depth > MAX_DEPTH) return fault(scan, 'depth', scan.at, tagName(scan.source, scan.at));
  if (scan.elements > MAX_ELEMENTS) return fault(scan, 'elements', scan.at, '');
  const isTooMany = values > MAX_ATTRIBUTES_OF_ONE || scan.attributes > MAX_ATTRIBUTES;
  return isTooMany ? fault(scan, 'attributes', scan.at, tagName(scan.source, scan.at)) : null;
}

/** Where a tag ends, what is between quotes left out, and how many quoted values it has. */
function tagEnd(source: string, start: number): { end: number; values: number } {
  const stops = /["'>]/g;
  stops.lastIndex = start;
  let values = 0;
  for (let match = stops.exec(source); match; match = stops.exec(source)) {
    if (match[0] === '>') return { end: match.index, values };
    const closing = source.indexOf(match[0], match.index + 1);
    if (closing < 0) break;
    values += 1;
    stops.lastIndex = closing + 1;
  }
  return { end: -1, values };
}

const tagName = (source: string, at: number): string =>
  /^<\/?([^\s<>/"'=]{1,60})/.exec(source.slice(at, at + 80))?.[1] ?? '';

function codePointName(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

function fault(scan: Scan, kind: MarkupFault, at: number, detail: string): Fault {
  let line = 1;
  for (let end = scan.source.indexOf('\n'); end >= 0 && end < at; end = scan.source.indexOf('\n', end + 1)) line += 1;
  return { kind: 'fault', fault: kind, line, detail };
}
