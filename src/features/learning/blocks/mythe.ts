import type { Block } from '#domain/module/compiled-module.ts';
import { escapeHtml } from './html.ts';

type Mythe = Extract<Block, { kind: 'mythe' }>;

/** An idea that goes round, and what is known: opened by the reader, without JavaScript. */
export function mytheHtml({ statement, html }: Mythe): string {
  return (
    `<details class="block block--mythe"><summary><span class="block__label">Idée reçue</span>` +
    `<span class="block__title">${escapeHtml(statement)}</span></summary><p class="block__label">Ce que l’on sait</p>${html}</details>`
  );
}
