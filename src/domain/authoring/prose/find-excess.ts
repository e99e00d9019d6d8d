import type { Nodes } from 'mdast';
import { walkNodes } from './walk-nodes.ts';

const MAX_PARAGRAPH_CHARACTERS = 12_000;
const MAX_DEPTH = 40;
const SERIES = /(?:!?\[){30}|(?:>[ \t]?){30}|(?:(?:[-+*]|\d{1,9}[.)])[ \t]+){30}[^\s*+-]/;

/**
 * Where a text has more marks than a reader could see, which the Markdown parser would take minutes to untangle:
 * the offset in `markdown`, or -1.
 */
export function findExcess(markdown: string): number {
  const series = markdown.search(SERIES);
  if (series >= 0) return series;
  let start = 0;
  for (const paragraph of markdown.split(/\n[ \t]*\n/)) {
    if (paragraph.length > MAX_PARAGRAPH_CHARACTERS) return start;
    start = markdown.indexOf(paragraph, start) + paragraph.length;
  }
  return -1;
}

/** True when lists, quotes or emphasis are nested deeper than any page shows. */
export function isTooDeep(root: Nodes): boolean {
  for (const { depth } of walkNodes(root)) if (depth > MAX_DEPTH) return true;
  return false;
}
