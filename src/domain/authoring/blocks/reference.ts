import { z } from 'zod';
import type { ReferenceBlock } from '#domain/module/compiled-module.ts';
import type { Page } from '../pages/page.ts';
import { renderContent } from '../prose/render-prose.ts';
import { confidence, shownText, verificationDate, verificationState } from '../settings/expectations.ts';
import { placeReference } from '../statements/place-statements.ts';
import type { ComponentNode } from '../tags/build-tree.ts';
import { readProps } from './read-props.ts';

const ReferenceProps = z.strictObject({
  texte: shownText,
  article: shownText.optional(),
  confiance: confidence,
  verifie: verificationDate,
  statut: verificationState,
});

/** `<Reference texte="…" article="…" confiance="V" verifie="…">`: what a text says, rephrased, how sure we are and since when. */
export function compileReference(page: Page, node: ComponentNode): ReferenceBlock | null {
  const props = readProps(page, node, ReferenceProps);
  const html = renderContent(page, node);
  for (const { name, value } of node.tag.attributes) {
    if ((name === 'article' || name === 'texte') && typeof value === 'string') page.scope.citedSources.push(value);
  }
  if (!props) return null;
  const block: ReferenceBlock = {
    kind: 'reference',
    text: props.texte,
    article: props.article ?? null,
    confidence: props.confiance,
    verifiedOn: props.verifie,
    toVerify: props.statut === 'a-verifier',
    html,
  };
  page.scope.statements.push(placeReference(block, page.source, node.tag.start));
  return block;
}
