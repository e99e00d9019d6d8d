import { z } from 'zod';
import type { Block } from '#domain/module/compiled-module.ts';
import type { Page } from '../pages/page.ts';
import { renderContent } from '../prose/render-prose.ts';
import type { ComponentNode } from '../tags/build-tree.ts';
import { readProps } from './read-props.ts';

const ElevesProps = z.strictObject({});

/** `<Eleves>`: what differs for students. */
export function compileEleves(page: Page, node: ComponentNode): Block | null {
  const props = readProps(page, node, ElevesProps);
  const html = renderContent(page, node);
  return props && { kind: 'eleves', html };
}
