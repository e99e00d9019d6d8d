import { elementsOf } from '#domain/packaging/data-model/element.ts';
import { modelOf } from '#domain/packaging/data-model/validate-data.ts';
import { firstOf } from '../unit/packaging/data-model/data-of.ts';
import { VALUES_12, type Values } from '../unit/packaging/data-model/values12.ts';
import { VALUES_2004 } from '../unit/packaging/data-model/values2004.ts';
import { step, type Standard, type Step } from './step.ts';

const WORDS = {
  scorm12: {
    set: 'LMSSetValue',
    get: 'LMSGetValue',
    initialize: 'LMSInitialize',
    terminate: 'LMSFinish',
    commit: 'LMSCommit',
  },
  scorm2004: { set: 'SetValue', get: 'GetValue', initialize: 'Initialize', terminate: 'Terminate', commit: 'Commit' },
};

/** Codes of SCORM 1.2 RTE 3.3 and of SCORM 2004 RTE 3.1.7. */
const CODES = {
  scorm12: {
    readOnly: ['403'],
    writeOnly: ['404'],
    badValue: ['405'],
    undefined: ['201', '401'],
    notInitialized: { set: '301', get: '301', commit: '301', terminate: '301' },
    again: '101',
    ended: { set: '301', get: '301', commit: '301', terminate: '301' },
  },
  scorm2004: {
    readOnly: ['404'],
    writeOnly: ['405'],
    badValue: ['406', '407'],
    undefined: ['401'],
    notInitialized: { set: '132', get: '122', commit: '142', terminate: '112' },
    again: '103',
    ended: { set: '133', get: '123', commit: '143', terminate: '113' },
  },
};

/** Only the system makes these: an item can neither read nor write one that is not there. */
const LEFT_OUT = /comments_from_lms|^\.adl/;

/** What is asked before the run-time is opened. */
export function stepsBefore(standard: Standard): Step[] {
  const { set, get, commit, terminate, initialize } = WORDS[standard];
  const codes = CODES[standard];
  const suspended = 'cmi.suspend_data';
  return [
    step(`${get} avant ${initialize}`, get, [suspended], '', [codes.notInitialized.get]),
    step(`${set} avant ${initialize}`, set, [suspended, 'x'], 'false', [codes.notInitialized.set]),
    step(`${commit} avant ${initialize}`, commit, [''], 'false', [codes.notInitialized.commit]),
    step(`${terminate} avant ${initialize}`, terminate, [''], 'false', [codes.notInitialized.terminate]),
    step(`${initialize}("")`, initialize, [''], 'true', ['0']),
    step(`${initialize} une seconde fois`, initialize, [''], 'false', [codes.again]),
  ];
}

/** Every element: each value that is right, each that is not, and what may be read and written. */
export function stepsOfElements(standard: Standard): Step[] {
  const values: Record<string, Values> = standard === 'scorm12' ? VALUES_12 : VALUES_2004;
  const { set, get } = WORDS[standard];
  const codes = CODES[standard];
  return elementsOf(modelOf(standard === 'scorm12' ? 'scorm12' : 'scorm2004-4'), '')
    .filter(([name]) => !LEFT_OUT.test(name))
    .flatMap(([dotted, { access }]) => {
      const pattern = dotted.slice(1);
      const name = firstOf(pattern);
      const { valid, invalid } = values[pattern]!;
      if (isNamedOnce(standard, pattern)) return stepsOfNames(pattern, values[pattern]!);
      if (access === 'ro') return [step(`${name} ne s’écrit pas`, set, [name, valid[0]!], 'false', codes.readOnly)];
      return [
        ...preparation(standard, name),
        ...valid.flatMap((value) => [
          step(`${name} = ${shown(value)}`, set, [name, value], 'true', ['0']),
          ...(access === 'rw' ? [step(`${name} rend ${shown(value)}`, get, [name], value, ['0'])] : []),
        ]),
        ...invalid.map((value) => step(`${name} ≠ ${shown(value)}`, set, [name, value], 'false', codes.badValue)),
        ...(access === 'wo' ? [step(`${name} ne se lit pas`, get, [name], '', codes.writeOnly)] : []),
      ];
    });
}

/** The identifiers of SCORM 2004 stay once they are set (RTE 4.2.9, 4.2.17). */
function isNamedOnce(standard: Standard, pattern: string): boolean {
  return standard === 'scorm2004' && /^cmi\.(objectives|interactions)\.n\.id$/.test(pattern);
}

/** Each right value names one more; each wrong one would. */
function stepsOfNames(pattern: string, { valid, invalid }: Values): Step[] {
  const nameOf = (place: number) => pattern.replace('.n.', `.${place}.`);
  return [
    ...valid.flatMap((value, place) => [
      step(`${firstOf(pattern)} = ${shown(value)}`, 'SetValue', [nameOf(place), value], 'true', ['0']),
      step(`${firstOf(pattern)} rend ${shown(value)}`, 'GetValue', [nameOf(place)], value, ['0']),
    ]),
    ...invalid.map((value) =>
      step(
        `${firstOf(pattern)} ≠ ${shown(value)}`,
        'SetValue',
        [nameOf(valid.length), value],
        'false',
        CODES.scorm2004.badValue,
      ),
    ),
  ];
}

/** Names that are no element, and calls once the run-time is closed. */
export function stepsAfter(standard: Standard): Step[] {
  const { set, get, commit, terminate } = WORDS[standard];
  const codes = CODES[standard];
  return [
    ...['cmi.inconnu', 'cmi', 'cmi.interactions', 'autre.chose'].map((name) =>
      step(`${name} n’est pas un élément`, set, [name, 'x'], 'false', [...codes.undefined, ...codes.readOnly]),
    ),
    step('cmi.inconnu ne se lit pas', get, ['cmi.inconnu'], '', codes.undefined),
    step(`${commit}("")`, commit, [''], 'true', ['0']),
    step(`${terminate}("")`, terminate, [''], 'true', ['0']),
    step(`${get} après ${terminate}`, get, ['cmi.suspend_data'], '', [codes.ended.get]),
    step(`${set} après ${terminate}`, set, ['cmi.suspend_data', 'x'], 'false', [codes.ended.set]),
    step(`${commit} après ${terminate}`, commit, [''], 'false', [codes.ended.commit]),
    step(`${terminate} une seconde fois`, terminate, [''], 'false', [codes.ended.terminate]),
  ];
}

function preparation(standard: Standard, name: string): Step[] {
  const [, list = ''] = name.split('.');
  if (!name.includes('.0') || list === 'comments_from_learner') return [];
  const { set } = WORDS[standard];
  const steps: Step[] = [];
  if (!name.endsWith(`${list}.0.id`))
    steps.push(step(`${list} : un premier`, set, [`cmi.${list}.0.id`, 'premier'], null, []));
  if (/pattern|response/.test(name))
    steps.push(step('son type', set, ['cmi.interactions.0.type', 'fill-in'], null, []));
  return steps;
}

function shown(value: string): string {
  return value.length > 40 ? `${value.length} caractères` : JSON.stringify(value);
}
