import { z } from 'zod';
import type { SortingBlock, SortingElement } from '#domain/module/compiled-module.ts';
import { nearestName } from '../names/nearest-name.ts';
import type { Page } from '../pages/page.ts';
import { emptyGroup, unknownGroup } from '../problems/exercise-problems.ts';
import { renderInside, renderPhrase } from '../prose/render-prose.ts';
import { identifier, shownText } from '../settings/expectations.ts';
import type { ComponentNode } from '../tags/build-tree.ts';
import { typeset } from '../typography.ts';
import { claimIdentifier } from './claim-identifier.ts';
import { readElements } from './elements.ts';
import { readIntroduction } from './parts.ts';
import { offsetOfAttribute, readProps } from './read-props.ts';

const MIN_ELEMENTS = 3;
const MAX_ELEMENTS = 10;
const GROUPS = 'de 2 à 4 groupes différents, séparés par « | » : Agent civil | Militaire';

const ClasserProps = z.strictObject({
  id: identifier,
  titre: shownText,
  groupes: z
    .string({ error: GROUPS })
    .transform((typed) => typed.split('|').map((group) => typeset(group.trim())))
    .refine((groups) => groups.length >= 2 && groups.length <= 4 && groups.every((group) => group !== ''), {
      error: GROUPS,
    })
    .refine((groups) => new Set(groups).size === groups.length, { error: GROUPS }),
});
const ElementProps = z.strictObject({ dans: shownText, explication: shownText });

/** `<Classer id="…" titre="…" groupes="A | B">` and its `<Element dans="A">`: each element goes into one group. */
export function compileClasser(page: Page, node: ComponentNode): SortingBlock | null {
  const props = readProps(page, node, ClasserProps);
  const html = renderInside(page, node, readIntroduction(page, node, 'Element'));
  const parts = readElements(page, node, MIN_ELEMENTS, MAX_ELEMENTS);
  const elements = parts.map((part, index) => compileElement(page, part, index, props?.groupes ?? null));
  if (!props) return null;
  claimIdentifier(page, node, props.id);
  const sorted = elements.filter((element) => element !== null);
  for (const [index, group] of props.groupes.entries()) {
    if (sorted.length === parts.length && !sorted.some((element) => element.group === index)) {
      page.report.notice(offsetOfAttribute(node, 'groupes'), emptyGroup(group));
    }
  }
  return { kind: 'classer', id: props.id, title: props.titre, html, groups: props.groupes, elements: sorted };
}

/** `groups` is null when they could not be read. */
function compileElement(
  page: Page,
  node: ComponentNode,
  index: number,
  groups: readonly string[] | null,
): SortingElement | null {
  const props = readProps(page, node, ElementProps);
  const html = renderPhrase(page, node);
  if (!props || !groups) return null;
  const group = groups.indexOf(props.dans);
  if (group < 0) {
    page.report.error(
      offsetOfAttribute(node, 'dans'),
      unknownGroup(props.dans, groups, nearestName(props.dans, groups)),
    );
    return null;
  }
  return { id: `e${index + 1}`, html, group, explanation: props.explication };
}
