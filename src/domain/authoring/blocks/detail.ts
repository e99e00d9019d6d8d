import { z } from 'zod';
import type { Block } from '#domain/module/compiled-module.ts';
import type { Page } from '../pages/page.ts';
import { renderContent } from '../prose/render-prose.ts';
import { shownText } from '../settings/expectations.ts';
import type { ComponentNode } from '../tags/build-tree.ts';
import { readProps } from './read-props.ts';

const DetailProps = z.strictObject({ titre: shownText, substance: shownText });

/** `<Detail titre="…" substance="…">`: what may be hard to read, folded, and what must be known of it all the same. */
export function compileDetail(page: Page, node: ComponentNode): Block | null {
  const props = readProps(page, node, DetailProps);
  const html = renderContent(page, node);
  return props && { kind: 'detail', title: props.titre, substance: props.substance, html };
}
