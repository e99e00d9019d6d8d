import type { Block } from '#domain/module/compiled-module.ts';

/** The level of the heading that names a block; a page's own title has the first, the headings of a text the next three. */
export type TitleLevel = 2 | 3 | 4 | 5;

const HEADING = /<h([2-4])\b/g;

/** For each block, the level under the last heading of the text before it, so that a block belongs to the part where it stands. */
export function titleLevels(blocks: readonly Block[]): TitleLevel[] {
  let level = 2;
  return blocks.map((block) => {
    if (block.kind === 'prose') for (const [, depth] of block.html.matchAll(HEADING)) level = Number(depth) + 1;
    return level as TitleLevel;
  });
}

/** A block's title, as a heading that one can go to. */
export function titleHtml(level: TitleLevel, html: string, attributes = ''): string {
  return `<h${level} class="block__title"${attributes}>${html}</h${level}>`;
}
