import type { Nodes, PhrasingContent, Root } from 'mdast';
import { typeset } from '../typography.ts';
import { unpairedHtml } from '../problems/prose-problems.ts';
import type { Page } from '../pages/page.ts';
import type { InlineHtmlTag } from '../tags/inline-html.ts';
import { splitAtStandIns } from '../tags/stand-ins.ts';
import { walkNodes } from './walk-nodes.ts';

interface Frame {
  tag: InlineHtmlTag | null;
  children: PhrasingContent[];
}

/** Puts the allowed HTML back in a Markdown tree, where the parser saw stand-ins: `<sup>e</sup>` becomes one node. */
export function nestInlineHtml(root: Root, page: Page): void {
  for (const { node } of walkNodes<Nodes>(root)) {
    if ('children' in node && node.children.some((child) => child.type === 'text')) {
      node.children = nest(node.children as PhrasingContent[], page);
    }
  }
}

/** The text of a field that holds no nodes (code, address, alternative text), as it was typed. */
export function asTyped(value: string, page: Page): string {
  const parts = splitAtStandIns(value).map((part) =>
    typeof part === 'number' ? (page.inlineTags[part]?.typed ?? '') : part,
  );
  return parts.join('');
}

function nest(children: readonly PhrasingContent[], page: Page): PhrasingContent[] {
  const frames: Frame[] = [{ tag: null, children: [] }];
  for (const child of children) {
    if (child.type !== 'text') {
      frames.at(-1)?.children.push(child);
      continue;
    }
    for (const part of splitAtStandIns(child.value)) {
      if (typeof part === 'string') frames.at(-1)?.children.push({ ...child, value: part });
      else place(page.inlineTags[part], frames, page);
    }
  }
  while (frames.length > 1) flatten(frames, page);
  return frames[0]?.children ?? [];
}

function place(tag: InlineHtmlTag | undefined, frames: Frame[], page: Page): void {
  if (!tag) return;
  if (tag.name === 'br') {
    frames.at(-1)?.children.push({ type: 'break' });
  } else if (!tag.isClosing) {
    frames.push({ tag, children: [] });
  } else if (frames.at(-1)?.tag?.name === tag.name) {
    const frame = frames.pop();
    if (frame?.tag) frames.at(-1)?.children.push(elementOf(frame.tag, frame.children));
  } else {
    page.report.error(tag.start, unpairedHtml(tag.name, true));
  }
}

/** mdast has no node for them; any phrasing parent that names its element will do. */
function elementOf(tag: InlineHtmlTag, children: PhrasingContent[]): PhrasingContent {
  const hProperties = tag.title === null ? {} : { title: typeset(tag.title) };
  return { type: 'emphasis', data: { hName: tag.name, hProperties }, children };
}

function flatten(frames: Frame[], page: Page): void {
  const frame = frames.pop();
  if (!frame?.tag) return;
  page.report.error(frame.tag.start, unpairedHtml(frame.tag.name, false));
  frames.at(-1)?.children.push(...frame.children);
}
