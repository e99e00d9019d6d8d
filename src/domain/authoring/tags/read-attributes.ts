import {
  attributeTwice,
  bracesInAttribute,
  notStraightQuotes,
  quoteInsideValue,
  unclosedQuote,
  unexpectedSign,
  unfinishedTag,
} from '../problems/tag-problems.ts';
import { decodeEntities } from './decode-entities.ts';
import type { Attribute, Fault } from './tag.ts';

const SPACE = /\s*/uy;
const NAME = /[\p{L}_][\p{L}\p{N}_:.-]*/uy;
const EQUALS = /\s*=\s*/uy;
const UNQUOTED = /[^\s>]*/uy;
const CLOSING_QUOTES: Record<string, string> = { "'": "'", '“': '”', '”': '”', '«': '»', '‘': '’', '{': '}' };

interface Reading {
  attributes: Attribute[];
  faults: Fault[];
  isSelfClosing: boolean;
  end: number;
}

/** Reads the attributes of the tag `name` whose `<` is at `start`, up to its `>`. What is wrong is noted, and reading goes on. */
export function readAttributes(text: string, start: number, name: string): Reading {
  let at = start + 1 + name.length;
  const reading: Reading = { attributes: [], faults: [], isSelfClosing: false, end: at };
  for (;;) {
    const space = match(SPACE, text, at);
    const next = at + space.length;
    if (text[next] === '>') return { ...reading, end: next + 1 };
    if (text.startsWith('/>', next)) return { ...reading, isSelfClosing: true, end: next + 2 };
    if (next >= text.length || text[next] === '<' || /\n\s*\n/.test(space)) {
      reading.faults.push({ offset: start, finding: unfinishedTag(name) });
      return { ...reading, end: at };
    }
    const attribute = match(NAME, text, next);
    if (!attribute) {
      reading.faults.push({ offset: next, finding: unexpectedSign(text[next] ?? '', name) });
      return { ...reading, end: recover(text, next) };
    }
    if (space === '' && reading.attributes.length > 0) {
      const before = reading.attributes.at(-1)?.name ?? name;
      reading.faults.push({ offset: next - 1, finding: quoteInsideValue(before) });
      return { ...reading, end: recover(text, next) };
    }
    at = readAttribute(text, next, attribute, reading);
    if (at < 0) return { ...reading, end: recover(text, next) };
  }
}

/** Adds one attribute to the reading; gives the offset after it, or -1 when the rest of the tag cannot be trusted. */
function readAttribute(text: string, start: number, name: string, reading: Reading): number {
  if (reading.attributes.some((attribute) => attribute.name === name)) {
    reading.faults.push({ offset: start, finding: attributeTwice(name) });
  }
  const afterName = start + name.length;
  const equals = match(EQUALS, text, afterName);
  if (!equals) {
    reading.attributes.push({ name, value: true, start });
    return afterName;
  }
  const quote = afterName + equals.length;
  if (text[quote] !== '"') return skipWrongValue(text, quote, name, reading);
  const close = text.indexOf('"', quote + 1);
  const value = text.slice(quote + 1, close);
  if (close < 0 || /\n\s*\n|\n\s*<\/?\p{L}/u.test(value)) {
    reading.faults.push({ offset: quote, finding: unclosedQuote(name) });
    return -1;
  }
  reading.attributes.push({ name, value: decodeEntities(value.replace(/\s*\n\s*/g, ' ')), start });
  return close + 1;
}

function skipWrongValue(text: string, at: number, name: string, reading: Reading): number {
  const opening = text[at] ?? '';
  const finding = opening === '{' ? bracesInAttribute(name) : notStraightQuotes(name);
  reading.faults.push({ offset: at, finding });
  reading.attributes.push({ name, value: '', start: at });
  const closing = CLOSING_QUOTES[opening];
  if (!closing) return at + match(UNQUOTED, text, at).length;
  const lineEnd = endOfLine(text, at);
  const close = text.slice(at + 1, lineEnd).indexOf(closing);
  return close < 0 ? -1 : at + close + 2;
}

/** After something unreadable: the tag is taken to end at the last `>` of its line that no other tag follows. */
function recover(text: string, at: number): number {
  const rest = text.slice(at, endOfLine(text, at));
  const close = rest.search(/"\s*\/?>/);
  if (close >= 0) return at + rest.indexOf('>', close) + 1;
  const chevron = rest.indexOf('>');
  return chevron < 0 ? at + rest.length : at + chevron + 1;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
