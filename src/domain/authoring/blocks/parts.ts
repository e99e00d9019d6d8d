import type { Page } from '../pages/page.ts';
import { textOutOfPlace } from '../problems/structure-problems.ts';
import { proseOf } from '../prose/render-prose.ts';
import type { ComponentNode, ProseRun } from '../tags/build-tree.ts';

/** The components written inside another: its steps, choices, scenes… */
export function readParts(node: ComponentNode): ComponentNode[] {
  return node.children.filter((child) => child.type === 'component');
}

/** The prose that comes before the first part; what stands between the parts or after them is noted as out of place. */
export function readIntroduction(page: Page, node: ComponentNode, part: string): ProseRun[] {
  const firstPart = node.children.findIndex((child) => child.type === 'component');
  if (firstPart < 0) return proseOf(node);
  const runs = proseOf(node);
  const introduction = runs.filter((run) => node.children.indexOf(run) < firstPart);
  for (const run of runs.slice(introduction.length)) reportRun(page, run, node, part);
  return introduction;
}

/** Notes the prose of a component that should hold only parts. */
export function reportTextOutside(page: Page, node: ComponentNode, part: string): void {
  for (const run of proseOf(node)) reportRun(page, run, node, part);
}

function reportRun(page: Page, run: ProseRun, node: ComponentNode, part: string): void {
  const leading = page.prose.slice(run.start, run.end).search(/\S/);
  page.report.error(run.start + leading, textOutOfPlace(node.name, `<${part}>…</${part}>`));
}
