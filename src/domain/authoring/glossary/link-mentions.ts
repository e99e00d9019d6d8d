import type { Element, ElementContent, Nodes, Text } from 'hast';
import type { GlossaryTerm } from '../settings/glossary-settings.ts';
import { walkNodes } from '../prose/walk-nodes.ts';
import { findMentions, mentionPattern, type MentionPattern } from './find-mentions.ts';

/** Links the first mention of each term of the glossary while a lesson is rendered, in the order of its text. */
export interface MentionLinker {
  patterns: readonly MentionPattern[];
  /** Ids of the terms already linked. */
  linked: Set<string>;
}

/** A mention in a title is not yet a sentence, one in a link already leads somewhere, and code is shown as typed. */
const SKIPPED: ReadonlySet<string> = new Set(['a', 'abbr', 'code', 'pre', 'h2', 'h3', 'h4', 'th']);

/** A linker for one lesson, which has linked nothing yet. */
export function createMentionLinker(glossary: readonly GlossaryTerm[]): MentionLinker {
  return { patterns: glossary.map(mentionPattern), linked: new Set() };
}

/** Makes the first mention of each term in an HTML tree a link to its definition. */
export function linkMentions(tree: Nodes, linker: MentionLinker): void {
  if (linker.linked.size === linker.patterns.length) return;
  const skipped = new Set<Nodes>();
  for (const { node } of walkNodes(tree)) {
    if (!('children' in node)) continue;
    if (skipped.has(node) || (node.type === 'element' && SKIPPED.has(node.tagName))) {
      node.children.forEach((child) => skipped.add(child as Nodes));
    } else {
      node.children = node.children.flatMap((child): ElementContent[] =>
        child.type === 'text' ? splitAtMentions(child, linker) : [child as ElementContent],
      );
    }
  }
}

function splitAtMentions({ value }: Text, { patterns, linked }: MentionLinker): ElementContent[] {
  const parts: ElementContent[] = [];
  let from = 0;
  for (const { id, start, end } of findMentions(value, patterns)) {
    if (linked.has(id)) continue;
    linked.add(id);
    if (start > from) parts.push({ type: 'text', value: value.slice(from, start) });
    parts.push(linkTo(id, value.slice(start, end)));
    from = end;
  }
  if (from < value.length) parts.push({ type: 'text', value: value.slice(from) });
  return parts;
}

function linkTo(id: string, text: string): Element {
  const properties = { className: ['glossary-term'], href: `#glossaire-${id}` };
  return { type: 'element', tagName: 'a', properties, children: [{ type: 'text', value: text }] };
}
