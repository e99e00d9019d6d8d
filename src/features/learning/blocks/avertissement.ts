import type { Block } from '#domain/module/compiled-module.ts';
import { escapeHtml } from './html.ts';

type Avertissement = Extract<Block, { kind: 'avertissement' }>;

export function avertissementHtml({ title, html }: Avertissement): string {
  return `<aside class="block block--avertissement"><p class="block__title">${escapeHtml(title)}</p>${html}</aside>`;
}
