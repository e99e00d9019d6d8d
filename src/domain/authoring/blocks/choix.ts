import { z } from 'zod';
import type { Choice } from '#domain/module/compiled-module.ts';
import type { Page } from '../pages/page.ts';
import { renderPhrase } from '../prose/render-prose.ts';
import { shownText } from '../settings/expectations.ts';
import type { ComponentNode } from '../tags/build-tree.ts';
import { readProps } from './read-props.ts';

const ChoixProps = z.strictObject({
  juste: z.literal(true, { error: '« juste » seul, sans valeur' }).optional(),
  explication: shownText,
});

/** `<Choix juste explication="…">`: one answer of a question, the `index`-th from 0. */
export function compileChoix(page: Page, node: ComponentNode, index: number): Choice | null {
  const props = readProps(page, node, ChoixProps);
  const html = renderPhrase(page, node);
  return props && { id: `c${index + 1}`, html, isRight: props.juste === true, explanation: props.explication };
}
