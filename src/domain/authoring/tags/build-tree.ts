import { neverOpened, unclosedComponent } from '../problems/tag-problems.ts';
import type { Reporter } from '../reporter.ts';
import { findPairedTags } from './find-paired-tags.ts';
import type { Tag } from './tag.ts';
import { isComponentName, parentsOf } from './vocabulary.ts';

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
  const paired = findPairedTags(tags);
  const children = () => open.at(-1)?.children ?? root;
  let at = from;
  for (const tag of tags) {
    addRun(children(), prose, at, tag.start);
    at = tag.end;
    if (tag.kind === 'close') {
      close(tag, open, report);
      continue;
    }
    dropUnclosed(tag, paired, open, report);
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
function dropUnclosed(tag: Tag, paired: ReadonlySet<Tag>, open: ComponentNode[], report: Reporter): void {
  if (!isComponentName(tag.name)) return;
  const parents = parentsOf(tag.name);
  const isPart = parents.length > 0;
  if (isPart && !open.some((node) => parents.includes(node.name))) return;
  for (let top = open.at(-1); top && !parents.includes(top.name); top = open.at(-1)) {
    if (!isComponentName(top.name) || paired.has(top.tag)) return;
    report.error(top.tag.start, unclosedComponent(top.name));
    open.pop();
  }
}

function addRun(children: Child[], prose: string, start: number, end: number): void {
  if (/\S/.test(prose.slice(start, end))) children.push({ type: 'prose', start, end });
}
