import type { Block } from '#domain/module/compiled-module.ts';
import { escapeHtml } from './html.ts';
import { titleHtml, type TitleLevel } from './title-level.ts';

type Chronologie = Extract<Block, { kind: 'chronologie' }>;

export function chronologieHtml({ title, steps }: Chronologie, level: TitleLevel): string {
  const items = steps.map(
    (step) =>
      `<li><p class="block__when">${escapeHtml(step.date)}</p><p class="block__what">${escapeHtml(step.title)}</p>${step.html}</li>`,
  );
  return `<section class="block block--chronologie">${titleHtml(level, escapeHtml(title))}<ol>${items.join('')}</ol></section>`;
}
