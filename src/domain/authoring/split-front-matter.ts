/** A file cut in two: its front matter, if any, and where its body begins. */
export interface FrontMatter {
  /** Null when the file has none. */
  text: string | null;
  /** Offset of the front matter's first line. */
  start: number;
  bodyStart: number;
  isClosed: boolean;
}

const OPENING = /^\s*---[ \t]*\n/;
const CLOSING = /^---[ \t]*(?:\n|$)/m;

/** Finds the front matter between two lines `---` at the beginning of a file. */
export function splitFrontMatter(text: string): FrontMatter {
  const start = OPENING.exec(text)?.[0].length;
  if (start === undefined) return { text: null, start: 0, bodyStart: 0, isClosed: true };
  const closing = CLOSING.exec(text.slice(start));
  if (!closing) return { text: null, start, bodyStart: start, isClosed: false };
  const end = start + closing.index;
  return { text: text.slice(start, end), start, bodyStart: end + closing[0].length, isClosed: true };
}
