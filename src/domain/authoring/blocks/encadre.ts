import { z } from 'zod';
import type { Block } from '#domain/module/compiled-module.ts';
import type { Page } from '../pages/page.ts';
import { renderContent } from '../prose/render-prose.ts';
import { oneOf, shownText } from '../settings/expectations.ts';
import type { ComponentNode } from '../tags/build-tree.ts';
import { readProps } from './read-props.ts';

const EncadreProps = z.strictObject({
  titre: shownText,
  ton: oneOf(['info', 'retenir', 'pratique']).default('info'),
});

/** `<Encadre titre="…" ton="retenir">`: a passage set apart. */
export function compileEncadre(page: Page, node: ComponentNode): Block | null {
  const props = readProps(page, node, EncadreProps);
  const html = renderContent(page, node);
  return props && { kind: 'encadre', title: props.titre, tone: props.ton, html };
}
