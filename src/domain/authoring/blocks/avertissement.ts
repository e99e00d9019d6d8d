import { z } from 'zod';
import type { Block } from '#domain/module/compiled-module.ts';
import type { Page } from '../pages/page.ts';
import { renderContent } from '../prose/render-prose.ts';
import { shownText } from '../settings/expectations.ts';
import type { ComponentNode } from '../tags/build-tree.ts';
import { readProps } from './read-props.ts';

const AvertissementProps = z.strictObject({ titre: shownText });

/** `<Avertissement titre="…">`: what to know before reading on. */
export function compileAvertissement(page: Page, node: ComponentNode): Block | null {
  const props = readProps(page, node, AvertissementProps);
  const html = renderContent(page, node);
  return props && { kind: 'avertissement', title: props.titre, html };
}
