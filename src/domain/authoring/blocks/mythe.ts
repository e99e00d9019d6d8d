import { z } from 'zod';
import type { Block } from '#domain/module/compiled-module.ts';
import type { Page } from '../pages/page.ts';
import { missingPart, tooManyParts } from '../problems/structure-problems.ts';
import { renderContent } from '../prose/render-prose.ts';
import { shownText } from '../settings/expectations.ts';
import type { ComponentNode } from '../tags/build-tree.ts';
import { readParts, reportTextOutside } from './parts.ts';
import { readProps } from './read-props.ts';

const MytheProps = z.strictObject({ enonce: shownText });
const FaitProps = z.strictObject({});

/** `<Mythe enonce="…">` and its `<Fait>`: what is often said, and what is known. */
export function compileMythe(page: Page, node: ComponentNode): Block | null {
  const props = readProps(page, node, MytheProps);
  reportTextOutside(page, node, 'Fait');
  const parts = readParts(node);
  if (parts.length === 0) page.report.error(node.tag.start, missingPart('Mythe', 'Fait'));
  const [html = ''] = parts.map((part, index) => {
    if (index > 0) page.report.error(part.tag.start, tooManyParts('Mythe', 'Fait'));
    readProps(page, part, FaitProps);
    return renderContent(page, part);
  });
  return props && { kind: 'mythe', statement: props.enonce, html };
}
