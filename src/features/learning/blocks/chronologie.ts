import type { Block } from '#domain/module/compiled-module.ts';
import { escapeHtml } from './html.ts';

type Chronologie = Extract<Block, { kind: 'chronologie' }>;

export function chronologieHtml({ title, steps }: Chronologie): string {
  const items = steps.map(
    (step) =>
      `<li><p class="block__when">${escapeHtml(step.date)}</p><p class="block__what">${escapeHtml(step.title)}</p>${step.html}</li>`,
  );
  return `<section class="block block--chronologie"><p class="block__title">${escapeHtml(title)}</p><ol>${items.join('')}</ol></section>`;
}
