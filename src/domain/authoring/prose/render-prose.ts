import type { Paragraph, Root } from 'mdast';
import type { Page } from '../pages/page.ts';
import { emptyComponent, severalParagraphs } from '../problems/structure-problems.ts';
import type { ComponentNode, ProseRun } from '../tags/build-tree.ts';
import { readProse } from './read-prose.ts';
import { renderHtml, renderPhrasing } from './render-html.ts';

/** The HTML of a run of prose that stands directly on the page. */
export function renderRun(page: Page, run: ProseRun): string {
  return renderHtml(readProse(page, run, null), page.mentions);
}

/**
 * The components read as the prose is. An exercise is no place to leave for a definition, and a definition or a folded
 * passage is not where a reader first meets a word.
 */
const LINKED: ReadonlySet<string> = new Set(['Encadre', 'Avertissement', 'Reference', 'Etape', 'Fait', 'Eleves']);

/** The HTML of some prose inside a component; empty when there is none. */
export function renderInside(page: Page, node: ComponentNode, runs: readonly ProseRun[]): string {
  const mentions = LINKED.has(node.name) ? page.mentions : null;
  return runs.map((run) => renderHtml(readProse(page, run, node.name), mentions)).join('\n');
}

/** The HTML of all the prose of a component, which must have some. */
export function renderContent(page: Page, node: ComponentNode): string {
  const runs = proseOf(node);
  if (runs.length === 0) page.report.error(node.tag.start, emptyComponent(node.name));
  return renderInside(page, node, runs);
}

/** The HTML of a component that is one paragraph, without the `<p>`: what fits in a label. */
export function renderPhrase(page: Page, node: ComponentNode): string {
  const [run, ...others] = proseOf(node);
  if (!run) {
    page.report.error(node.tag.start, emptyComponent(node.name));
    return '';
  }
  const root = readProse(page, run, node.name);
  const paragraph = onlyParagraph(root);
  if (paragraph && others.length === 0) return renderPhrasing(paragraph);
  page.report.error(node.tag.start, severalParagraphs(node.name));
  return '';
}

export function proseOf(node: ComponentNode): ProseRun[] {
  return node.children.filter((child) => child.type === 'prose');
}

function onlyParagraph(root: Root): Paragraph | null {
  const [first, ...others] = root.children;
  return first?.type === 'paragraph' && others.length === 0 ? first : null;
}
