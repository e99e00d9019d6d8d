import type { RuntimeData, RuntimeValue } from '../commit.ts';
import type { PackageStandard } from '../manifest.ts';
import { isElement, type Branch, type Element } from './element.ts';
import { SCORM12 } from './scorm12.ts';
import { SCORM2004 } from './scorm2004.ts';

export type DataAnswer = { kind: 'valid' } | { kind: 'invalid'; element: string; reason: string };

/** Interactions, objectives or comments in one item: RTE 4.2 asks for 250 interactions at least. */
const MOST_IN_A_LIST = 2000;

const VALID: DataAnswer = { kind: 'valid' };

/**
 * Looks at every value that an item gives, whatever its run-time allowed: a browser can send anything.
 * @param data nested as the run-time has it, `{ cmi: … }`; nothing in it at all is what an asset says
 */
export function validateData(standard: PackageStandard, data: RuntimeData): DataAnswer {
  const model = standard === 'scorm12' ? SCORM12 : SCORM2004;
  for (const [name, value] of Object.entries(data)) {
    if (name !== 'cmi') return invalid(name, 'n’est pas un élément du modèle de données');
    const answer = validate(model, value, 'cmi');
    if (answer.kind === 'invalid') return answer;
  }
  return VALID;
}

function validate(node: Branch | Element, value: RuntimeValue, path: string): DataAnswer {
  if (isElement(node)) return validateLeaf(node, value, path);
  if (typeof value !== 'object' || value === null) return invalid(path, 'doit contenir d’autres éléments');
  const entries = Object.entries(value);
  const listed = Object.hasOwn(node, 'n') ? node.n! : null;
  if (listed && entries.length > MOST_IN_A_LIST) return invalid(path, `a plus de ${MOST_IN_A_LIST} entrées`);
  for (const [name, child] of entries) {
    const below = listed ? (/^\d{1,4}$/.test(name) ? listed : null) : Object.hasOwn(node, name) ? node[name]! : null;
    if (!below) return invalid(`${path}.${name}`, 'n’est pas un élément du modèle de données');
    const answer = validate(below, child, `${path}.${name}`);
    if (answer.kind === 'invalid') return answer;
  }
  return VALID;
}

function validateLeaf({ type, says }: Element, value: RuntimeValue, path: string): DataAnswer {
  if (value === null || value === '') return VALID;
  const isPlain = typeof value === 'string' || typeof value === 'number';
  return isPlain && type(String(value)) ? VALID : invalid(path, `attend ${says}`);
}

/** The name is shown to people: cut where a hostile one would fill the page. */
function invalid(element: string, reason: string): DataAnswer {
  return { kind: 'invalid', element: element.slice(0, 200), reason };
}
