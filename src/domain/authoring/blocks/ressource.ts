import { z } from 'zod';
import type { Block } from '#domain/module/compiled-module.ts';
import type { Page } from '../pages/page.ts';
import { checkAddress } from '../prose/check-link.ts';
import { proseOf, renderInside } from '../prose/render-prose.ts';
import { shownText } from '../settings/expectations.ts';
import type { ComponentNode } from '../tags/build-tree.ts';
import { offsetOfAttribute, readProps } from './read-props.ts';

const RessourceProps = z.strictObject({ titre: shownText, lien: z.string({ error: 'une adresse' }).trim() });

/** `<Ressource titre="…" lien="/aide#…">`: where to turn. Its text may be empty. */
export function compileRessource(page: Page, node: ComponentNode): Block | null {
  const props = readProps(page, node, RessourceProps);
  const html = renderInside(page, node, proseOf(node));
  if (!props) return null;
  const target = checkAddress(props.lien, offsetOfAttribute(node, 'lien'), page);
  return target && { kind: 'ressource', title: props.titre, href: target.href, html };
}
