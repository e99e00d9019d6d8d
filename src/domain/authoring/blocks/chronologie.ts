import { z } from 'zod';
import type { Block, ChronologyStep } from '#domain/module/compiled-module.ts';
import type { Page } from '../pages/page.ts';
import { missingPart } from '../problems/structure-problems.ts';
import { renderContent } from '../prose/render-prose.ts';
import { shownText } from '../settings/expectations.ts';
import type { ComponentNode } from '../tags/build-tree.ts';
import { readParts, reportTextOutside } from './parts.ts';
import { readProps } from './read-props.ts';

const ChronologieProps = z.strictObject({ titre: shownText });
const EtapeProps = z.strictObject({ date: shownText, titre: shownText });

/** `<Chronologie titre="…">` and its `<Etape date="…" titre="…">`: what comes after what. */
export function compileChronologie(page: Page, node: ComponentNode): Block | null {
  const props = readProps(page, node, ChronologieProps);
  reportTextOutside(page, node, 'Etape');
  const parts = readParts(node);
  if (parts.length === 0) page.report.error(node.tag.start, missingPart('Chronologie', 'Etape'));
  const steps = parts.map((part) => compileEtape(page, part)).filter((step) => step !== null);
  return props && { kind: 'chronologie', title: props.titre, steps };
}

function compileEtape(page: Page, node: ComponentNode): ChronologyStep | null {
  const props = readProps(page, node, EtapeProps);
  const html = renderContent(page, node);
  return props && { date: props.date, title: props.titre, html };
}
