import type { Nodes } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { Paragraph, Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { linkMentions, type MentionLinker } from '../glossary/link-mentions.ts';
import { typeset } from '../typography.ts';
import { ALLOWED_HTML } from './allowed-html.ts';
import { dressTables } from './dress-tables.ts';
import { keepNumbersWhole } from './keep-numbers-whole.ts';
import { walkNodes } from './walk-nodes.ts';

/** The HTML of a checked Markdown tree: set, linked to the glossary, made accessible, and filtered by the allow-list. */
export function renderHtml(root: Root, mentions: MentionLinker | null): string {
  return finish(toHast(root), mentions);
}

/** The HTML of what a paragraph holds, without its `<p>`. */
export function renderPhrasing(paragraph: Paragraph): string {
  const element = toHast(paragraph);
  return finish({ type: 'root', children: 'children' in element ? element.children : [] }, null);
}

function finish(tree: Nodes, mentions: MentionLinker | null): string {
  typesetTexts(tree);
  if (mentions) linkMentions(tree, mentions);
  keepNumbersWhole(tree);
  dressTables(tree);
  return toHtml(sanitize(tree, ALLOWED_HTML)).trim();
}

function typesetTexts(tree: Nodes): void {
  const verbatim = new Set<Nodes>();
  for (const { node } of walkNodes(tree)) {
    if (node.type === 'text' && !verbatim.has(node)) node.value = typeset(node.value);
    if (node.type === 'element' && node.tagName === 'code') node.children.forEach((child) => verbatim.add(child));
  }
}
