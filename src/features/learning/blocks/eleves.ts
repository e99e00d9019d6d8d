import type { Block } from '#domain/module/compiled-module.ts';
import { titleHtml, type TitleLevel } from './title-level.ts';

type Eleves = Extract<Block, { kind: 'eleves' }>;

/** What differs for students. */
export function elevesHtml({ html }: Eleves, level: TitleLevel): string {
  return `<aside class="block block--eleves">${titleHtml(level, 'Pour les élèves')}${html}</aside>`;
}
