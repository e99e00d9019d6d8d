import { blockInSentence, misplacedPart, nestedBlock } from '../problems/structure-problems.ts';
import type { Reporter } from '../reporter.ts';
import type { Child, ComponentNode } from './build-tree.ts';
import { isBlockName, isComponentName, parentsOf } from './vocabulary.ts';

const LOOK_BACK = 200;

/**
 * Checks that each component stands where it may, and gives the tree without the ones that do not: a misplaced block
 * comes after the one it was in, the content of any other stray component takes its place, so that all is still checked.
 */
export function placeComponents(children: readonly Child[], text: string, report: Reporter): Child[] {
  const placed: Child[] = [];
  const waiting: Child[] = [...children];
  for (let child = waiting.shift(); child; child = waiting.shift()) {
    if (child.type === 'prose') {
      placed.push(child);
    } else if (isBlockName(child.name)) {
      if (!beginsLine(text, child.tag.start)) report.error(child.tag.start, blockInSentence(child.name));
      waiting.unshift(...takeStrays(child, report));
      placed.push(child);
    } else {
      reportStrayPart(child, report);
      waiting.unshift(...child.children);
    }
  }
  return placed;
}

/** Removes from a block what may not stand in it, at any depth, and gives it back. */
function takeStrays(block: ComponentNode, report: Reporter): Child[] {
  const strays: Child[] = [];
  const waiting = [block];
  for (let node = waiting.shift(); node; node = waiting.shift()) {
    const kept: Child[] = [];
    for (const child of node.children) {
      if (child.type === 'prose') kept.push(child);
      else if (isComponentName(child.name) && parentsOf(child.name).includes(node.name)) {
        kept.push(child);
        waiting.push(child);
      } else {
        if (isBlockName(child.name)) report.error(child.tag.start, nestedBlock(child.name, node.name));
        strays.push(child);
      }
    }
    node.children = kept;
  }
  return strays;
}

function reportStrayPart(node: ComponentNode, report: Reporter): void {
  const parents = isComponentName(node.name) ? parentsOf(node.name) : [];
  if (parents.length > 0) report.error(node.tag.start, misplacedPart(node.name, parents));
}

/** Blank space alone, or another component's end, may stand before a block on its line. */
function beginsLine(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - LOOK_BACK), start);
  return /(?:^|\n|<\/\p{L}+\s*>|\/>)[ \t]*$/u.test(before);
}
