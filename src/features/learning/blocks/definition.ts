import type { Block } from '#domain/module/compiled-module.ts';
import { escapeHtml } from './html.ts';

type Definition = Extract<Block, { kind: 'definition' }>;

export function definitionHtml({ term, html }: Definition): string {
  return `<dl class="block block--definition"><dt>${escapeHtml(term)}</dt><dd>${html}</dd></dl>`;
}
