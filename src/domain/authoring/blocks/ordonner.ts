import { z } from 'zod';
import type { OrderingBlock } from '#domain/module/compiled-module.ts';
import type { Page } from '../pages/page.ts';
import { renderInside, renderPhrase } from '../prose/render-prose.ts';
import { identifier, shownText } from '../settings/expectations.ts';
import type { ComponentNode } from '../tags/build-tree.ts';
import { claimIdentifier } from './claim-identifier.ts';
import { readElements } from './elements.ts';
import { readIntroduction } from './parts.ts';
import { readProps } from './read-props.ts';
import { shuffledPlaces } from './shuffled-places.ts';

const MIN_ELEMENTS = 3;
const MAX_ELEMENTS = 8;

const OrdonnerProps = z.strictObject({ id: identifier, titre: shownText });
const ElementProps = z.strictObject({ explication: shownText });

/** `<Ordonner id="…" titre="…">` and its `<Element>`, written in the right order and shown in another. */
export function compileOrdonner(page: Page, node: ComponentNode): OrderingBlock | null {
  const props = readProps(page, node, OrdonnerProps);
  const html = renderInside(page, node, readIntroduction(page, node, 'Element'));
  const parts = readElements(page, node, MIN_ELEMENTS, MAX_ELEMENTS);
  const written = parts.map((part) => compileElement(page, part)).filter((element) => element !== null);
  if (!props) return null;
  claimIdentifier(page, node, props.id);
  const places = shuffledPlaces(props.id, written.length);
  return {
    kind: 'ordonner',
    id: props.id,
    title: props.titre,
    html,
    elements: written.map((element, index) => ({ id: `e${(places[index] ?? index) + 1}`, ...element })),
    shownOrder: written.map((_, place) => `e${place + 1}`),
  };
}

function compileElement(page: Page, node: ComponentNode): { html: string; explanation: string } | null {
  const props = readProps(page, node, ElementProps);
  const html = renderPhrase(page, node);
  return props && { html, explanation: props.explication };
}
