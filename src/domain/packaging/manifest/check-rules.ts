import type { Item, Sequencing } from '../manifest.ts';
import type { XmlElement } from '../xml-element.ts';
import type { ReadContext } from './read-context.ts';
import { quoted } from './report.ts';

/** What the rules of an activity refer to and do not find in it. */
export function checkRules(
  { identifier, sequencing, children }: Pick<Item, 'identifier' | 'sequencing' | 'children'>,
  element: XmlElement,
  { report }: ReadContext,
): void {
  if (!sequencing) return;
  const known = new Set(sequencing.objectives.map(({ id }) => id));
  const unknown = referencedObjectives(sequencing).find((objective) => !known.has(objective));
  if (unknown !== undefined) {
    const message = `Une règle de ${quoted(identifier)} parle de l’objectif ${quoted(unknown)}, que cet élément n’a pas : faites corriger le nom.`;
    report.add('wrong', 'SCORM 2004 CAM § 5.1', element, message, 'dangling objective');
  }
  const { selectCount } = sequencing.randomization;
  if (selectCount !== null && selectCount > children.length) {
    const message = `${quoted(identifier)} doit tirer ${selectCount} éléments et n’en contient que ${children.length} : tous sont gardés.`;
    report.add('unusual', 'SCORM 2004 CAM § 5.1', element, message, 'select count');
  }
}

function referencedObjectives({ preConditionRules, exitConditionRules, postConditionRules }: Sequencing): string[] {
  return [...preConditionRules, ...exitConditionRules, ...postConditionRules]
    .flatMap(({ conditions }) => conditions)
    .flatMap(({ objective }) => objective ?? []);
}
