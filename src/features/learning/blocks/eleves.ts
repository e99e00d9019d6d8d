import type { Block } from '#domain/module/compiled-module.ts';

type Eleves = Extract<Block, { kind: 'eleves' }>;

/** What differs for students. */
export function elevesHtml({ html }: Eleves): string {
  return `<aside class="block block--eleves"><p class="block__title">Pour les élèves</p>${html}</aside>`;
}
