import { attributeOnClosing, unfinishedTag } from '../problems/tag-problems.ts';
import { readAttributes } from './read-attributes.ts';
import type { Fault, Tag } from './tag.ts';

/** Reads the tag of a component whose `<` is at `start` and whose name is already known. */
export function readTag(text: string, start: number, name: string): { tag: Tag; faults: Fault[] } {
  return text[start + 1] === '/' ? readClosingTag(text, start, name) : readOpeningTag(text, start, name);
}

function readOpeningTag(text: string, start: number, name: string): { tag: Tag; faults: Fault[] } {
  const { attributes, faults, isSelfClosing, end } = readAttributes(text, start, name);
  const kind = isSelfClosing ? 'single' : 'open';
  return { tag: { kind, name, start, end, attributes, isSound: faults.length === 0 }, faults };
}

function readClosingTag(text: string, start: number, name: string): { tag: Tag; faults: Fault[] } {
  const afterName = start + 2 + name.length;
  const rest = /^\s*>|^[^<>\n]*>?/.exec(text.slice(afterName, afterName + 500))?.[0] ?? '';
  const tag: Tag = { kind: 'close', name, start, end: afterName + rest.length, attributes: [], isSound: true };
  if (/^\s*>$/.test(rest)) return { tag, faults: [] };
  const hasEnd = rest.endsWith('>');
  const end = hasEnd ? tag.end : afterName;
  const finding = hasEnd ? attributeOnClosing(name) : unfinishedTag(`/${name}`);
  return { tag: { ...tag, end }, faults: [{ offset: start, finding }] };
}
