import type { RuntimeData, RuntimeValue } from '../commit.ts';
import type { PackageStandard } from '../manifest.ts';
import { isElement, isList, type Branch, type Element, type List, type Node } from './element.ts';
import { SCORM12 } from './scorm12.ts';
import { ADL, SCORM2004 } from './scorm2004.ts';

export type DataAnswer = { kind: 'valid' } | { kind: 'invalid'; element: string; reason: string };

/** The data models by what stands before their elements. */
export const MODELS: Record<'scorm12' | 'scorm2004', Branch> = {
  scorm12: { cmi: SCORM12 },
  scorm2004: { cmi: SCORM2004, adl: ADL },
};

const VALID: DataAnswer = { kind: 'valid' };
const UNKNOWN = 'n’est pas un élément du modèle de données';

/**
 * Looks at every value that an item gives, whatever its run-time allowed: a browser can send anything. Of several faults the
 * first is told, by the name of its element; of a list that is too long, the list's.
 * @param data nested as the run-time has it, `{ cmi: … }`, where what was never set is `''`; nothing at all is what an asset says
 */
export function validateData(standard: PackageStandard, data: RuntimeData): DataAnswer {
  return validateBranch(modelOf(standard), data, { path: '', interactionType: '' });
}

export function modelOf(standard: PackageStandard): Branch {
  return MODELS[standard === 'scorm12' ? 'scorm12' : 'scorm2004'];
}

interface Place {
  path: string;
  /** Of the interaction that this is part of. */
  interactionType: string;
}

function validate(node: Node, value: RuntimeValue, at: Place): DataAnswer {
  if (isElement(node)) return validateElement(node, value, at);
  if (typeof value !== 'object' || value === null)
    return invalid(at.path, 'contient d’autres éléments, et n’a pas de valeur');
  return isList(node) ? validateList(node, value, at) : validateBranch(node, value, at);
}

function validateBranch(
  branch: Branch,
  value: RuntimeData | RuntimeValue[],
  { path, interactionType }: Place,
): DataAnswer {
  const place = { interactionType: typeAt(branch, value) ?? interactionType };
  for (const [name, child] of Object.entries(value)) {
    const below = path === '' ? name : `${path}.${name}`;
    if (!Object.hasOwn(branch, name)) return invalid(below, UNKNOWN);
    const answer = validate(branch[name]!, child, { ...place, path: below });
    if (answer.kind === 'invalid') return answer;
  }
  return VALID;
}

/** The type that an interaction says it has; null elsewhere. */
function typeAt(branch: Branch, value: RuntimeData | RuntimeValue[]): string | null {
  if (!Object.hasOwn(branch, 'type') || Array.isArray(value) || !Object.hasOwn(value, 'type')) return null;
  return typeof value.type === 'string' ? value.type : null;
}

function validateList({ most, each }: List, value: RuntimeData | RuntimeValue[], at: Place): DataAnswer {
  const entries = Object.entries(value);
  if (entries.length > most) return invalid(at.path, `a plus de ${most} entrées`);
  for (const [index, child] of entries) {
    const path = `${at.path}.${index}`;
    if (!/^(0|[1-9]\d{0,4})$/.test(index)) return invalid(path, UNKNOWN);
    const answer = validate(each, child, { ...at, path });
    if (answer.kind === 'invalid') return answer;
  }
  return VALID;
}

function validateElement({ type, says }: Element, value: RuntimeValue, { path, interactionType }: Place): DataAnswer {
  // What was never set.
  if (value === null || value === '') return VALID;
  const isPlain = typeof value === 'string' || typeof value === 'number';
  return isPlain && type(String(value), interactionType) ? VALID : invalid(path, `attend ${says}`);
}

/** The name is shown to people: cut where a hostile one would fill the page. */
function invalid(element: string, reason: string): DataAnswer {
  return { kind: 'invalid', element: element.slice(0, 200), reason };
}
