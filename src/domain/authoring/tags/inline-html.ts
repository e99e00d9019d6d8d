import { decodeEntities } from './decode-entities.ts';

/** One of the few HTML tags that prose may hold. */
export interface InlineHtmlTag {
  name: 'br' | 'sup' | 'sub' | 'abbr';
  isClosing: boolean;
  /** The full form, for `abbr`. */
  title: string | null;
  typed: string;
  start: number;
}

const TAG = /<br\s*\/?>|<(\/?)(sup|sub)\s*>|<abbr\s+title\s*=\s*"([^"<>\n]+)"\s*>|<\/abbr\s*>/y;

export const INLINE_HTML_NAMES: ReadonlySet<string> = new Set(['br', 'sup', 'sub', 'abbr']);

/** Reads the allowed tag that stands at `start`, or null when it is not written in one of the allowed forms. */
export function readInlineHtml(text: string, start: number): InlineHtmlTag | null {
  TAG.lastIndex = start;
  const match = TAG.exec(text);
  if (!match) return null;
  const [typed, slash, script, title] = match;
  if (script === 'sup' || script === 'sub') {
    return { name: script, isClosing: slash === '/', title: null, typed, start };
  }
  if (typed.startsWith('<br')) return { name: 'br', isClosing: false, title: null, typed, start };
  return { name: 'abbr', isClosing: title === undefined, title: title ? decodeEntities(title) : null, typed, start };
}
