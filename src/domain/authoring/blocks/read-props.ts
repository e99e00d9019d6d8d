import type { z } from 'zod';
import { nearestName } from '../names/nearest-name.ts';
import type { Page } from '../pages/page.ts';
import { missingAttribute, unknownAttribute, wrongAttribute } from '../problems/structure-problems.ts';
import type { ComponentNode } from '../tags/build-tree.ts';

const EXAMPLES: Record<string, string> = {
  id: 'id="premier-reflexe"',
  juste: 'juste',
  verifie: 'verifie="2026-11-23"',
  avis: 'avis="juste"',
  lien: 'lien="/aide"',
  lecon: 'lecon="02-les-signaux"',
  niveau: 'niveau="savoir"',
  confiance: 'confiance="V"',
  regard: 'regard="temoin"',
  cadre: 'cadre="À bord d’un bâtiment"',
  src: 'src="media/schema.svg"',
  groupes: 'groupes="Mythe | Fait"',
};

/** Checks the attributes of a component against its schema; null when something is wrong, which has then been noted. */
export function readProps<Shape extends z.ZodRawShape>(
  page: Page,
  node: ComponentNode,
  schema: z.ZodObject<Shape, z.core.$strict>,
): z.output<z.ZodObject<Shape, z.core.$strict>> | null {
  const { attributes, isSound } = node.tag;
  if (!isSound) return null;
  const typed = Object.fromEntries(attributes.map(({ name, value }) => [name, value]));
  const checked = schema.safeParse(typed);
  if (checked.success) return checked.data;
  const accepted = Object.keys(schema.shape);
  for (const issue of checked.error.issues) reportIssue(issue, accepted, page, node);
  return null;
}

/** Where an attribute stands, or its component when it has none of that name. */
export function offsetOfAttribute(node: ComponentNode, name: string): number {
  return node.tag.attributes.find((attribute) => attribute.name === name)?.start ?? node.tag.start;
}

function reportIssue(issue: z.core.$ZodIssue, accepted: string[], page: Page, node: ComponentNode): void {
  const component = node.name;
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      const finding = unknownAttribute(component, key, accepted, nearestName(key, accepted));
      page.report.error(offsetOfAttribute(node, key), finding);
    }
    return;
  }
  const name = String(issue.path[0]);
  const isWritten = node.tag.attributes.some((attribute) => attribute.name === name);
  const finding = isWritten
    ? wrongAttribute(component, name, issue.message)
    : missingAttribute(component, name, EXAMPLES[name] ?? `${name}="…"`);
  page.report.error(offsetOfAttribute(node, name), finding);
}
