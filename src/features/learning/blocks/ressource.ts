import type { Block } from '#domain/module/compiled-module.ts';
import { escapeHtml } from './html.ts';

type Ressource = Extract<Block, { kind: 'ressource' }>;

export function ressourceHtml({ title, href, html }: Ressource): string {
  const outside = href.startsWith('/') ? '' : ' rel="noreferrer external"';
  return `<aside class="block block--ressource"><p class="block__title"><a href="${escapeHtml(href)}"${outside}>${escapeHtml(title)}</a></p>${html}</aside>`;
}
