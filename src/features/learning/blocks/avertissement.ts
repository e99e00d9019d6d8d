import type { Block } from '#domain/module/compiled-module.ts';
import { escapeHtml } from './html.ts';
import { titleHtml, type TitleLevel } from './title-level.ts';

type Avertissement = Extract<Block, { kind: 'avertissement' }>;

export function avertissementHtml({ title, html }: Avertissement, level: TitleLevel): string {
  return `<aside class="block block--avertissement">${titleHtml(level, escapeHtml(title))}${html}</aside>`;
}
