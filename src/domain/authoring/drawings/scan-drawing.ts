/** One tag of a drawing, by its place in the file. */
export interface DrawingTag {
  name: string;
  start: number;
  attributes: { name: string; value: string; start: number }[];
}

/** What a drawing holds, as far as it could be read. */
export interface DrawingScan {
  tags: DrawingTag[];
  /** The style sheets inside the file. */
  styles: { text: string; start: number }[];
  /** Where reading had to stop; null when all was read. */
  unreadableAt: number | null;
}

const SKIPPED = /<!--(?:[^-]|-(?!-))*-->/y;
const DECLARATION = /^\s*<\?xml\s[^?<>]*\?>/;
const TAG = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

/**
 * Reads the tags of an SVG one by one. It knows comments, tags and text and nothing else of XML: no document type, no
 * CDATA, no processing instruction, so that what it has not read is never taken for harmless.
 */
export function scanDrawing(text: string): DrawingScan {
  const scan: DrawingScan = { tags: [], styles: [], unreadableAt: null };
  const open: DrawingTag[] = [];
  let at = DECLARATION.exec(text)?.[0].length ?? 0;
  for (let next = text.indexOf('<', at); next >= 0; next = text.indexOf('<', at)) {
    const parent = open.at(-1);
    if (parent?.name === 'style') scan.styles.push({ text: text.slice(at, next), start: at });
    at = endOfComment(text, next) ?? next;
    if (at > next) continue;
    TAG.lastIndex = next;
    const match = TAG.exec(text);
    const [typed = '', slash, name = '', attributes = '', single] = match ?? [];
    const isStray = slash ? open.pop()?.name !== name : open.length === 0 && scan.tags.length > 0;
    if (!match || isStray) return { ...scan, unreadableAt: next };
    if (!slash) {
      const tag = { name, start: next, attributes: readAttributes(attributes, next + 1 + name.length) };
      scan.tags.push(tag);
      if (!single) open.push(tag);
    }
    at = next + typed.length;
  }
  return { ...scan, unreadableAt: open.length > 0 || scan.tags.length === 0 ? text.length : null };
}

function endOfComment(text: string, start: number): number | null {
  SKIPPED.lastIndex = start;
  const comment = SKIPPED.exec(text)?.[0];
  return comment === undefined ? null : start + comment.length;
}

function readAttributes(typed: string, start: number): DrawingTag['attributes'] {
  return [...typed.matchAll(ATTRIBUTE)].map((match) => ({
    name: match[1] ?? '',
    value: match[2] ?? match[3] ?? '',
    start: start + match.index,
  }));
}
