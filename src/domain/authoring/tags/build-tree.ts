import { neverOpened, unclosedComponent } from '../problems/tag-problems.ts';
import type { Reporter } from '../reporter.ts';
import type { Tag } from './tag.ts';
import { isComponentName, parentOf } from './vocabulary.ts';

/** A stretch of Markdown between two tags, by its offsets in the file. */
export interface ProseRun {
  type: 'prose';
  start: number;
  end: number;
}

/** A component with what stands between its tags. */
export interface ComponentNode {
  type: 'component';
  name: string;
  tag: Tag;
  children: Child[];
}

export type Child = ProseRun | ComponentNode;

/** Pairs the tags of a file. A tag that has no pair is noted, and closed where it most likely ends. */
export function buildTree(prose: string, from: number, tags: readonly Tag[], report: Reporter): Child[] {
  const root: Child[] = [];
  const open: ComponentNode[] = [];
  const children = () => open.at(-1)?.children ?? root;
  let at = from;
  for (const [index, tag] of tags.entries()) {
    addRun(children(), prose, at, tag.start);
    at = tag.end;
    if (tag.kind === 'close') {
      close(tag, open, report);
      continue;
    }
    dropUnclosed(tag, tags, index, open, report);
    const node: ComponentNode = { type: 'component', name: tag.name, tag, children: [] };
    children().push(node);
    if (tag.kind === 'open') open.push(node);
  }
  addRun(children(), prose, at, prose.length);
  for (const node of open) report.error(node.tag.start, unclosedComponent(node.name));
  return root;
}

function close(tag: Tag, open: ComponentNode[], report: Reporter): void {
  const depth = open.findLastIndex((node) => node.name === tag.name);
  if (depth < 0) {
    report.error(tag.start, neverOpened(tag.name));
    return;
  }
  for (const node of open.splice(depth).slice(1)) report.error(node.tag.start, unclosedComponent(node.name));
}

/**
 * When a tag opens where it cannot stand, inside a component that nothing closes later, that component was left open:
 * it is closed before the tag, so that one forgotten closing gives one problem.
 */
function dropUnclosed(tag: Tag, tags: readonly Tag[], index: number, open: ComponentNode[], report: Reporter): void {
  if (!isComponentName(tag.name)) return;
  const parent = parentOf(tag.name);
  if (parent !== null && !open.some((node) => node.name === parent)) return;
  for (let top = open.at(-1); top && top.name !== parent; top = open.at(-1)) {
    if (!isComponentName(top.name) || isClosedLater(top.name, tags, index, open.slice(0, -1))) return;
    report.error(top.tag.start, unclosedComponent(top.name));
    open.pop();
  }
}

function isClosedLater(name: string, tags: readonly Tag[], from: number, around: readonly ComponentNode[]): boolean {
  let depth = 0;
  for (let index = from; index < tags.length; index += 1) {
    const tag = tags[index];
    if (!tag || tag.kind === 'single') continue;
    if (tag.name === name) depth += tag.kind === 'open' ? 1 : -1;
    else if (tag.kind === 'close' && around.some((node) => node.name === tag.name)) return false;
    if (depth < 0) return true;
  }
  return false;
}

function addRun(children: Child[], prose: string, start: number, end: number): void {
  if (/\S/.test(prose.slice(start, end))) children.push({ type: 'prose', start, end });
}
