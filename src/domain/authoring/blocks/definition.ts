import { z } from 'zod';
import type { Block } from '#domain/module/compiled-module.ts';
import type { Page } from '../pages/page.ts';
import { renderContent } from '../prose/render-prose.ts';
import { shownText } from '../settings/expectations.ts';
import type { ComponentNode } from '../tags/build-tree.ts';
import { readProps } from './read-props.ts';

const DefinitionProps = z.strictObject({ terme: shownText });

/** `<Definition terme="…">`: a word of the trade and what it means. */
export function compileDefinition(page: Page, node: ComponentNode): Block | null {
  const props = readProps(page, node, DefinitionProps);
  const html = renderContent(page, node);
  return props && { kind: 'definition', term: props.terme, html };
}
