import type { Block } from '#domain/module/compiled-module.ts';
import { escapeHtml } from './html.ts';

type Encadre = Extract<Block, { kind: 'encadre' }>;

export function encadreHtml({ title, tone, html }: Encadre): string {
  return `<aside class="block block--encadre block--${tone}"><p class="block__title">${escapeHtml(title)}</p>${html}</aside>`;
}
