import type { Element, Nodes, Parents } from 'hast';
import { walkNodes } from './walk-nodes.ts';

/** Makes tables readable by all: headers say what they head, and a wide table scrolls alone, by keyboard too. */
export function dressTables(root: Nodes): void {
  for (const { node } of walkNodes(root)) {
    if (!('children' in node)) continue;
    const parent: Parents = node;
    for (const [index, child] of parent.children.entries()) {
      if (child.type !== 'element') continue;
      if (child.tagName === 'th' || child.tagName === 'td') dressCell(child);
      if (child.tagName === 'table' && !isScrollRegion(parent)) parent.children[index] = scrollRegion(child);
    }
  }
}

/** `align` is presentation written in the page, which accessibility rules refuse: the style sheet has a class for it. */
function dressCell(cell: Element): void {
  const { align } = cell.properties;
  cell.properties = {};
  if (typeof align === 'string') cell.properties.className = [`align-${align}`];
  if (cell.tagName === 'th') cell.properties.scope = 'col';
}

function isScrollRegion(parent: Parents): boolean {
  return parent.type === 'element' && parent.properties.role === 'region';
}

function scrollRegion(table: Element): Element {
  const properties = { className: ['table-scroll'], tabIndex: 0, role: 'region', ariaLabel: 'Tableau' };
  return { type: 'element', tagName: 'div', properties, children: [table] };
}
