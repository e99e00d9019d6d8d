import { z } from 'zod';
import type { SituationOption, SituationScene } from '#domain/module/compiled-module.ts';
import type { Page } from '../pages/page.ts';
import { emptyComponent } from '../problems/structure-problems.ts';
import { renderInside, renderPhrase } from '../prose/render-prose.ts';
import { identifier, oneOf, shownText } from '../settings/expectations.ts';
import type { ComponentNode } from '../tags/build-tree.ts';
import { readIntroduction, readParts } from './parts.ts';
import { readProps } from './read-props.ts';

const SceneProps = z.strictObject({ id: identifier });
const OptionProps = z.strictObject({
  vers: identifier.optional(),
  avis: oneOf(['juste', 'discutable', 'risque']),
  consequence: shownText,
});

/** `<Scene id="…">`: what happens, then the options; without options, the case ends there. */
export function compileScene(page: Page, node: ComponentNode): SituationScene | null {
  const props = readProps(page, node, SceneProps);
  const runs = readIntroduction(page, node, 'Option');
  if (runs.length === 0) page.report.error(node.tag.start, emptyComponent('Scene'));
  const html = renderInside(page, node, runs);
  const options = readParts(node).map((part, index) => compileOption(page, part, index));
  return props && { id: props.id, html, options: options.filter((option) => option !== null) };
}

function compileOption(page: Page, node: ComponentNode, index: number): SituationOption | null {
  const props = readProps(page, node, OptionProps);
  const html = renderPhrase(page, node);
  return (
    props && {
      id: `o${index + 1}`,
      html,
      verdict: props.avis,
      consequence: props.consequence,
      next: props.vers ?? null,
    }
  );
}
