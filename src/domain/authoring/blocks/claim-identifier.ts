import type { Page } from '../pages/page.ts';
import { identifierTwice } from '../problems/structure-problems.ts';
import { positionAt } from '../source-text.ts';
import type { ComponentNode } from '../tags/build-tree.ts';
import { offsetOfAttribute } from './read-props.ts';

/** Takes an id for a question, an exercise or a case; the same id twice in a module is noted at the second place. */
export function claimIdentifier(page: Page, node: ComponentNode, id: string): void {
  const taken = page.scope.identifiers.get(id);
  if (taken !== undefined) {
    page.report.error(offsetOfAttribute(node, 'id'), identifierTwice(id, taken));
    return;
  }
  const { line } = positionAt(page.source, node.tag.start);
  page.scope.identifiers.set(id, `${page.source.file}, ligne ${line}`);
}
