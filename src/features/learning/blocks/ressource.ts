import type { Block } from '#domain/module/compiled-module.ts';
import { escapeHtml } from './html.ts';
import { titleHtml, type TitleLevel } from './title-level.ts';

type Ressource = Extract<Block, { kind: 'ressource' }>;

export function ressourceHtml({ title, href, html }: Ressource, level: TitleLevel): string {
  const outside = href.startsWith('/') ? '' : ' rel="noreferrer external"';
  const link = `<a href="${escapeHtml(href)}"${outside}>${escapeHtml(title)}</a>`;
  return `<aside class="block block--ressource">${titleHtml(level, link)}${html}</aside>`;
}
