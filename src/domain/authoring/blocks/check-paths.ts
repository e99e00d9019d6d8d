import {
  cyclicOption,
  firstSceneWithoutOption,
  missingScene,
  sceneTwice,
  unreachableScene,
} from '../problems/situation-problems.ts';
import { nearestName } from '../names/nearest-name.ts';
import type { Page } from '../pages/page.ts';
import type { ComponentNode } from '../tags/build-tree.ts';
import { readParts } from './parts.ts';
import { offsetOfAttribute } from './read-props.ts';

/** Checks that a case can be followed: every option leads to a scene that exists, every scene is reached, none comes back. */
export function checkPaths(page: Page, sceneNodes: readonly ComponentNode[]): void {
  const scenes = new Map<string, ComponentNode>();
  for (const node of sceneNodes) {
    const id = attribute(node, 'id');
    if (id === null) continue;
    if (scenes.has(id)) page.report.error(offsetOfAttribute(node, 'id'), sceneTwice(id));
    else scenes.set(id, node);
  }
  const [first] = sceneNodes;
  if (!first || scenes.size === 0) return;
  if (readParts(first).length === 0) page.report.error(first.tag.start, firstSceneWithoutOption());
  reportMissingScenes(page, scenes);
  const reached = followPaths(page, first, scenes);
  for (const [id, node] of scenes) {
    if (!reached.has(node)) page.report.error(node.tag.start, unreachableScene(id));
  }
}

function reportMissingScenes(page: Page, scenes: Map<string, ComponentNode>): void {
  const known = [...scenes.keys()];
  for (const node of scenes.values()) {
    for (const option of readParts(node)) {
      const next = attribute(option, 'vers');
      if (next === null || scenes.has(next)) continue;
      page.report.error(offsetOfAttribute(option, 'vers'), missingScene(next, known, nearestName(next, known)));
    }
  }
}

/** Follows every path from `first`, depth first; an option that leads back to a scene of its own path is a cycle. */
function followPaths(page: Page, first: ComponentNode, scenes: Map<string, ComponentNode>): Set<ComponentNode> {
  const reached = new Set([first]);
  const path = [{ scene: first, options: readParts(first) }];
  for (let step = path.at(-1); step; step = path.at(-1)) {
    const option = step.options.shift();
    if (!option) {
      path.pop();
      continue;
    }
    const next = scenes.get(attribute(option, 'vers') ?? '');
    if (!next) continue;
    if (path.some(({ scene }) => scene === next)) {
      page.report.error(offsetOfAttribute(option, 'vers'), cyclicOption(attribute(next, 'id') ?? ''));
    } else if (!reached.has(next)) {
      reached.add(next);
      path.push({ scene: next, options: readParts(next) });
    }
  }
  return reached;
}

function attribute(node: ComponentNode, name: string): string | null {
  const value = node.tag.attributes.find((candidate) => candidate.name === name)?.value;
  return typeof value === 'string' ? value : null;
}
