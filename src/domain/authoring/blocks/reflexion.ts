import { z } from 'zod';
import type { Block } from '#domain/module/compiled-module.ts';
import type { Page } from '../pages/page.ts';
import { secondReflection } from '../problems/exercise-problems.ts';
import { renderContent } from '../prose/render-prose.ts';
import { identifier, shownText } from '../settings/expectations.ts';
import type { ComponentNode } from '../tags/build-tree.ts';
import { claimIdentifier } from './claim-identifier.ts';
import { readProps } from './read-props.ts';

const ReflexionProps = z.strictObject({ id: identifier, titre: shownText });

/** `<Reflexion id="…" titre="…">`: a question to oneself, whose answer is never sent. */
export function compileReflexion(page: Page, node: ComponentNode): Block | null {
  const props = readProps(page, node, ReflexionProps);
  const html = renderContent(page, node);
  if (page.scope.hasReflection) page.report.notice(node.tag.start, secondReflection());
  page.scope.hasReflection = true;
  if (!props) return null;
  claimIdentifier(page, node, props.id);
  return { kind: 'reflexion', id: props.id, title: props.titre, html };
}
