import type { Nodes, Root } from 'mdast';
import { passagesOfProse } from '../language/read-passages.ts';
import type { Page } from '../pages/page.ts';
import { referenceStyleLink } from '../problems/prose-problems.ts';
import { excessiveMarkup } from '../problems/structure-problems.ts';
import type { ProseRun } from '../tags/build-tree.ts';
import { checkHeading } from './check-heading.ts';
import { checkImage } from './check-image.ts';
import { checkLink } from './check-link.ts';
import { findExcess, isTooDeep } from './find-excess.ts';
import { asTyped, nestInlineHtml } from './nest-inline-html.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { walkNodes } from './walk-nodes.ts';

/** Parses and checks one run of prose; `container` is the component it stands in, null directly on the page. */
export function readProse(page: Page, run: ProseRun, container: string | null): Root {
  const markdown = page.prose.slice(run.start, run.end);
  const excess = findExcess(markdown);
  if (excess >= 0) return refuse(page, run.start + excess);
  const root = parseMarkdown(markdown);
  if (isTooDeep(root)) return refuse(page, run.start);
  nestInlineHtml(root, page);
  page.passages.push(...passagesOfProse(root, run.start));
  for (const { node } of walkNodes<Nodes>(root)) checkNode(node, run, container, page);
  return root;
}

function refuse(page: Page, offset: number): Root {
  page.report.error(offset, excessiveMarkup());
  return { type: 'root', children: [] };
}

function checkNode(node: Nodes, run: ProseRun, container: string | null, page: Page): void {
  const offset = run.start + (node.position?.start.offset ?? 0);
  switch (node.type) {
    case 'heading':
      return checkHeading(node, offset, container, page);
    case 'link':
      return checkLink(node, offset, page);
    case 'image':
      return checkImage(node, offset, page);
    case 'linkReference':
    case 'imageReference':
    case 'definition':
      return page.report.error(offset, referenceStyleLink());
    case 'inlineCode':
    case 'code':
      node.value = asTyped(node.value, page);
  }
}
