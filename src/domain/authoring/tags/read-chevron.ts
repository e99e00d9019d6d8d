import { isSameWord, nearestName } from '../names/nearest-name.ts';
import type { Finding } from '../problem.ts';
import {
  addressInChevrons,
  chevronAsTyped,
  misspeltHtml,
  refusedComment,
  refusedHtml,
  unknownComponent,
} from '../problems/tag-problems.ts';
import { HTML_NAMES } from './html-names.ts';
import { INLINE_HTML_NAMES, readInlineHtml, type InlineHtmlTag } from './inline-html.ts';
import { readTag } from './read-tag.ts';
import type { Fault, Tag } from './tag.ts';
import { COMPONENT_NAMES, isComponentName } from './vocabulary.ts';

/** What a `<` turned out to be. `end` is where reading goes on. */
export type Chevron =
  | { is: 'component'; tag: Tag; faults: Fault[]; end: number }
  | { is: 'unknown-component'; tag: Tag; finding: Finding; end: number }
  | { is: 'inline-html'; tag: InlineHtmlTag; end: number }
  | { is: 'refused'; finding: Finding; end: number }
  | { is: 'text'; finding: Finding | null; end: number };

const NAME = /<\/?([\p{L}_][\p{L}\p{N}_:.-]*)/uy;
const TAG_SYNTAX =
  /<\/?[\p{L}_][\p{L}\p{N}_:.-]*(?:\s+[\p{L}_@:][\p{L}\p{N}_:.-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|\{[^}]*\}|[^\s"'<>]+))?)*\s*\/?>/uy;
const HTML_TAG = /<\/?[a-z][a-z0-9]*(?:[\s/][^<>]*)?>/iy;
const ADDRESS = /<(?:https?:\/\/|mailto:|[^\s<>@]+@)[^\s<>]+>/y;
const COMMENT = /<!--(?:[^\n]|\n(?![ \t]*\n))*?(?:-->|(?=\n[ \t]*\n)|$)/y;
const LINK_TARGET = /<[^<>\n]*>/y;

/** Says what the `<` at `start` opens: most of the time nothing, it is then text. */
export function readChevron(text: string, start: number): Chevron {
  const comment = matchAt(COMMENT, text, start);
  if (comment) return { is: 'refused', finding: refusedComment(), end: start + comment.length };
  if (text.endsWith('](', start)) return readLinkTarget(text, start);
  if (matchAt(ADDRESS, text, start)) return { is: 'text', finding: addressInChevrons(), end: start + 1 };
  NAME.lastIndex = start;
  const name = NAME.exec(text)?.[1];
  if (!name) return asTyped(start);
  if (isComponentName(name)) {
    const { tag, faults } = readTag(text, start, name);
    return { is: 'component', tag, faults, end: tag.end };
  }
  return readForeignTag(text, start, name);
}

function readForeignTag(text: string, start: number, name: string): Chevron {
  const inline = readInlineHtml(text, start);
  if (inline) return { is: 'inline-html', tag: inline, end: start + inline.typed.length };
  const typed = matchAt(TAG_SYNTAX, text, start);
  const nearest = nearestName(name, COMPONENT_NAMES);
  const html = name.toLowerCase();
  if (HTML_NAMES.has(html) && !(nearest && isSameWord(name, nearest))) return readHtml(text, start, html);
  if (!typed || !(isCapitalised(name) || (nearest && isSameWord(name, nearest)))) return asTyped(start);
  const { tag } = readTag(text, start, name);
  return { is: 'unknown-component', tag, finding: unknownComponent(name, nearest, COMPONENT_NAMES), end: tag.end };
}

function readHtml(text: string, start: number, name: string): Chevron {
  const typed = matchAt(HTML_TAG, text, start);
  if (!typed) return asTyped(start);
  const finding = INLINE_HTML_NAMES.has(name) ? misspeltHtml(name) : refusedHtml(name);
  return { is: 'refused', finding, end: start + typed.length };
}

/** `[texte](<une adresse>)`: Markdown's own use of the sign. */
function readLinkTarget(text: string, start: number): Chevron {
  const target = matchAt(LINK_TARGET, text, start);
  return target ? { is: 'text', finding: null, end: start + target.length } : asTyped(start);
}

function asTyped(start: number): Chevron {
  return { is: 'text', finding: chevronAsTyped(), end: start + 1 };
}

function isCapitalised(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}

/** A tag does not run over a blank line. */
function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  const match = pattern.exec(text)?.[0];
  return match === undefined || /\n\s*\n/.test(match) ? null : match;
}
