import type { Block } from '#domain/module/compiled-module.ts';
import { escapeHtml } from './html.ts';
import { titleHtml, type TitleLevel } from './title-level.ts';

type Encadre = Extract<Block, { kind: 'encadre' }>;

export function encadreHtml({ title, tone, html }: Encadre, level: TitleLevel): string {
  return `<aside class="block block--encadre block--${tone}">${titleHtml(level, escapeHtml(title))}${html}</aside>`;
}
