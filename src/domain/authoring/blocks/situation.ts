import { z } from 'zod';
import type { SituationBlock } from '#domain/module/compiled-module.ts';
import type { Page } from '../pages/page.ts';
import { missingPart } from '../problems/structure-problems.ts';
import { renderInside } from '../prose/render-prose.ts';
import { identifier, oneOf, shownText } from '../settings/expectations.ts';
import type { ComponentNode } from '../tags/build-tree.ts';
import { checkPaths } from './check-paths.ts';
import { claimIdentifier } from './claim-identifier.ts';
import { readIntroduction, readParts } from './parts.ts';
import { readProps } from './read-props.ts';
import { compileScene } from './scene.ts';

const SituationProps = z.strictObject({
  id: identifier,
  titre: shownText,
  regard: oneOf(['temoin', 'commandement', 'confident', 'collegue']),
  cadre: shownText,
});

/** `<Situation id="…" titre="…" regard="temoin" cadre="…">` and its `<Scene>`: a fictional case in which each choice leads somewhere. */
export function compileSituation(page: Page, node: ComponentNode): SituationBlock | null {
  const props = readProps(page, node, SituationProps);
  const html = renderInside(page, node, readIntroduction(page, node, 'Scene'));
  const parts = readParts(node);
  if (parts.length === 0) page.report.error(node.tag.start, missingPart('Situation', 'Scene'));
  const scenes = parts.map((part) => compileScene(page, part));
  checkPaths(page, parts);
  if (!props) return null;
  claimIdentifier(page, node, props.id);
  return {
    kind: 'situation',
    id: props.id,
    title: props.titre,
    viewpoint: props.regard,
    setting: props.cadre,
    html,
    scenes: scenes.filter((scene) => scene !== null),
  };
}
