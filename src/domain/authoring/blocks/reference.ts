import { z } from 'zod';
import type { ReferenceBlock } from '#domain/module/compiled-module.ts';
import type { Page } from '../pages/page.ts';
import { renderContent } from '../prose/render-prose.ts';
import { oneOf, shownText } from '../settings/expectations.ts';
import type { ComponentNode } from '../tags/build-tree.ts';
import { readProps } from './read-props.ts';

const ReferenceProps = z.strictObject({
  texte: shownText,
  article: shownText.optional(),
  verifie: z.iso.date({ error: 'une date qui existe, sous la forme 2026-11-23' }),
  statut: oneOf(['verifie', 'a-verifier']).default('verifie'),
});

/** `<Reference texte="Code pénal" article="222-22" verifie="2026-11-23">`: what a text says, rephrased, and since when we know. */
export function compileReference(page: Page, node: ComponentNode): ReferenceBlock | null {
  const props = readProps(page, node, ReferenceProps);
  const html = renderContent(page, node);
  return (
    props && {
      kind: 'reference',
      text: props.texte,
      article: props.article ?? null,
      verifiedOn: props.verifie,
      toVerify: props.statut === 'a-verifier',
      html,
    }
  );
}
