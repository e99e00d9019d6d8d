const FENCE = /(?:[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t])*(`{3,}(?=[^`\n]*(?:\n|$))|~{3,})[^\n]*(?:\n|$)/y;
const LINE = /[ \t>]*([`~]*)[ \t]*([^\n]*)(?:\n|$)/y;
const BACKTICKS = /`+/g;

/** Where the code fence that opens on the line at `lineStart` ends; null when no fence opens there. */
export function readFence(text: string, lineStart: number): { end: number; isClosed: boolean } | null {
  FENCE.lastIndex = lineStart;
  const opening = FENCE.exec(text);
  if (!opening) return null;
  const marker = opening[1] ?? '';
  let at = FENCE.lastIndex;
  while (at < text.length) {
    LINE.lastIndex = at;
    const line = LINE.exec(text);
    if (!line) break;
    at = LINE.lastIndex;
    const [, signs = '', rest = ''] = line;
    if (rest === '' && signs.startsWith(marker) && new Set(signs).size === 1) return { end: at, isClosed: true };
  }
  return { end: text.length, isClosed: false };
}

/**
 * Where the code span that opens at `start` ends; the end of the backticks when nothing closes them.
 * A span stays in its paragraph and does not run over a line that begins with a tag.
 */
export function endOfCodeSpan(text: string, start: number): number {
  BACKTICKS.lastIndex = start;
  const opening = BACKTICKS.exec(text)?.[0] ?? '`';
  const afterOpening = start + opening.length;
  const limit = text.slice(afterOpening).search(/\n[ \t]*(?:\n|<\/?\p{Lu})/u);
  const paragraphEnd = limit < 0 ? text.length : afterOpening + limit;
  BACKTICKS.lastIndex = afterOpening;
  for (let closing = BACKTICKS.exec(text); closing && closing.index < paragraphEnd; closing = BACKTICKS.exec(text)) {
    if (closing[0].length === opening.length) return closing.index + closing[0].length;
  }
  return afterOpening;
}
