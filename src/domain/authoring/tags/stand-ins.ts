const FIRST = 0xf0000;
const FILLER = '\uE000';
const STAND_IN = /([\u{F0000}-\u{FFFFD}])\uE000*/gu;

/** Characters that have no meaning of their own: fonts of symbols use them, and so do the stand-ins. */
export const PRIVATE_USE = /[\uE000-\uF8FF]|[\u{F0000}-\u{FFFFD}]|[\u{100000}-\u{10FFFD}]/gu;

/** How many tags of one file can have a stand-in. */
export const MOST_STAND_INS = 0xfffd;

/** Characters as wide as the tag they hide from the Markdown parser, which sees letters; they say which tag it was. */
export function standInFor(index: number, width: number): string {
  return String.fromCodePoint(FIRST + index).padEnd(width, FILLER);
}

/** Cuts a text at its stand-ins: strings as they are, numbers for the tags. */
export function splitAtStandIns(text: string): (string | number)[] {
  const parts: (string | number)[] = [];
  let from = 0;
  for (const match of text.matchAll(STAND_IN)) {
    if (match.index > from) parts.push(text.slice(from, match.index));
    parts.push((match[1]?.codePointAt(0) ?? FIRST) - FIRST);
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}
