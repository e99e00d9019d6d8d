import { slug } from 'github-slugger';
import type { Heading as MarkdownHeading, Nodes } from 'mdast';
import type { Page } from '../pages/page.ts';
import {
  deepHeading,
  emptyHeading,
  headingInComponent,
  skippedHeading,
  topHeading,
} from '../problems/prose-problems.ts';
import { typeset } from '../typography.ts';
import { walkNodes } from './walk-nodes.ts';

/** Checks a heading's place in the outline of the page, adds it to it, and gives it its id. */
export function checkHeading(heading: MarkdownHeading, offset: number, container: string | null, page: Page): void {
  if (container) return page.report.error(offset, headingInComponent(container));
  const { depth } = heading;
  if (depth === 1) return page.report.error(offset, topHeading());
  if (depth > 4) return page.report.error(offset, deepHeading());
  const text = plainText(heading).trim();
  if (text === '') return page.report.error(offset, emptyHeading());
  const expected = (page.headings.at(-1)?.depth ?? 1) + 1;
  if (depth > expected) page.report.error(offset, skippedHeading(depth, expected));
  const id = page.slugger.slug(slug(text) === '' ? 'titre' : text);
  heading.data = { hProperties: { id } };
  page.headings.push({ id, depth: depth as 2 | 3 | 4, text: typeset(text) });
}

function plainText(root: Nodes): string {
  let text = '';
  for (const { node } of walkNodes(root)) {
    if (node.type === 'break') text += ' ';
    else if ('value' in node) text += node.value;
    else if (node.type === 'image') text += node.alt ?? '';
  }
  return text.replace(/\s+/g, ' ');
}
