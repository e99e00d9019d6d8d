import type { Block } from '#domain/module/compiled-module.ts';
import { escapeHtml } from './html.ts';
import { titleHtml, type TitleLevel } from './title-level.ts';

type Detail = Extract<Block, { kind: 'detail' }>;

/** `full`: descriptions stand in the page, folded; `folded`: they are not in it, only what must be known of them. */
export type Reading = 'full' | 'folded';

/** What must be known of a description, and the description itself for those who choose to open it. */
export function detailHtml({ title, substance, html }: Detail, level: TitleLevel, reading: Reading): string {
  const said = `<div class="block block--detail">${titleHtml(level, escapeHtml(title))}<p>${escapeHtml(substance)}</p>`;
  if (reading === 'folded') return `${said}</div>`;
  return `${said}<details class="block__more"><summary>Lire la description</summary>${html}</details></div>`;
}
