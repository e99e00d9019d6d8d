import type { Page } from '../pages/page.ts';
import { elementCount } from '../problems/exercise-problems.ts';
import type { ComponentNode } from '../tags/build-tree.ts';
import { readParts } from './parts.ts';

/** The `<Element>` of an exercise; too few or too many are noted. */
export function readElements(page: Page, node: ComponentNode, least: number, most: number): ComponentNode[] {
  const parts = readParts(node);
  if (parts.length < least || parts.length > most) {
    page.report.error(node.tag.start, elementCount(node.name, parts.length, least, most));
  }
  return parts;
}
