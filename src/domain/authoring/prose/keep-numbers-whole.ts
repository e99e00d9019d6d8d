import type { Element, ElementContent, Nodes } from 'hast';
import { walkNodes } from './walk-nodes.ts';

/** `222-33`, `L. 4122-4`, `2018-703`: browsers cut a line after a hyphen between figures. */
const HYPHENATED = /(?<![\p{L}\p{N}-])(?:[LRD]\.?[ \u00A0]?)?\d+(?:-\d+)+(?![\p{L}\p{N}-])/gu;

/** Code is shown as typed, and a number wrapped once is not wrapped again: the walk comes to what it has just made. */
const SKIPPED: ReadonlySet<string> = new Set(['code', 'span']);

/**
 * Wraps the numbers that hold a hyphen, so that no line is cut inside. A no-break hyphen would do it too, but a number
 * copied or searched for would no more be the number of the article.
 */
export function keepNumbersWhole(tree: Nodes): void {
  for (const { node } of walkNodes(tree)) {
    if (!('children' in node) || (node.type === 'element' && SKIPPED.has(node.tagName))) continue;
    node.children = node.children.flatMap((child): ElementContent[] =>
      child.type === 'text' ? split(child.value) : [child as ElementContent],
    );
  }
}

function split(value: string): ElementContent[] {
  const parts: ElementContent[] = [];
  let from = 0;
  for (const { index, 0: number } of value.matchAll(HYPHENATED)) {
    if (index > from) parts.push({ type: 'text', value: value.slice(from, index) });
    parts.push(whole(number));
    from = index + number.length;
  }
  if (from < value.length) parts.push({ type: 'text', value: value.slice(from) });
  return parts;
}

function whole(number: string): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['no-break'] },
    children: [{ type: 'text', value: number }],
  };
}
