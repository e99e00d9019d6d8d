import { step, type Standard, type Step } from './step.ts';

/** What is asked before the run-time is opened. */
export function codesBefore(standard: Standard): Step[] {
  const initialize = standard === 'scorm12' ? 'LMSInitialize' : 'Initialize';
  return [step(`${initialize}("x")`, initialize, ['x'], 'false', ['201']), ...words(standard)];
}

/** What is asked of elements that nothing was said of yet. */
export function codesOfElements(standard: Standard): Step[] {
  return standard === 'scorm12' ? elements12() : elements2004();
}

const CODES: Record<Standard, string[]> = {
  scorm12: '0 101 201 202 203 301 401 402 403 404 405'.split(' '),
  scorm2004:
    '0 101 102 103 104 111 112 113 122 123 132 133 142 143 201 301 351 391 401 402 403 404 405 406 407 408'.split(' '),
};

/** Each code has words; asking for them is no call that fails, before the run-time is opened too. */
function words(standard: Standard): Step[] {
  const [text, more] =
    standard === 'scorm12' ? ['LMSGetErrorString', 'LMSGetDiagnostic'] : ['GetErrorString', 'GetDiagnostic'];
  // The code stays that of the last call that has one.
  return [
    ...CODES[standard].map((code) => step(`${text}("${code}")`, text, [code], /^.{1,255}$/s, ['201'])),
    step(`${text} d’un code inconnu`, text, ['987654'], /^.{0,255}$/s, ['201']),
    step(`${more}("")`, more, [''], /^.{0,255}$/s, ['201']),
  ];
}

const withAll = (...names: string[]): RegExp => new RegExp(names.map((name) => `(?=.*\\b${name}\\b)`).join(''));

function elements12(): Step[] {
  const get = (name: string, answer: Step['answer'], ...codes: string[]) =>
    step(`LMSGetValue("${name}")`, 'LMSGetValue', [name], answer, codes);
  const set = (name: string, value: string, ...codes: string[]) =>
    step(`LMSSetValue("${name}", "${value}")`, 'LMSSetValue', [name, value], 'false', codes);
  return [
    get('cmi.core._children', withAll('student_id', 'lesson_status', 'score', 'exit', 'session_time'), '0'),
    get('cmi.core.score._children', withAll('raw', 'min', 'max'), '0'),
    get('cmi.objectives._children', withAll('id', 'score', 'status'), '0'),
    get('cmi.interactions._children', withAll('id', 'type', 'student_response', 'result', 'latency'), '0'),
    get('cmi.student_data._children', withAll('mastery_score', 'max_time_allowed', 'time_limit_action'), '0'),
    get('cmi.student_preference._children', withAll('audio', 'language', 'speed', 'text'), '0'),
    get('cmi.objectives._count', '0', '0'),
    get('cmi.interactions._count', '0', '0'),
    set('cmi.core._children', 'x', '402'),
    set('cmi.objectives._count', '3', '402'),
    get('cmi.core.lesson_status._children', '', '202'),
    get('cmi.core.lesson_status._count', '', '203'),
    get('cmi.objectives.9.id', '', '201'),
    set('cmi.objectives.9.id', 'x', '201'),
    get('', '', '201'),
    set('', 'x', '201'),
    step('LMSCommit("x")', 'LMSCommit', ['x'], 'false', ['201']),
    step('LMSFinish("x")', 'LMSFinish', ['x'], 'false', ['201']),
  ];
}

function elements2004(): Step[] {
  const get = (name: string, answer: Step['answer'], ...codes: string[]) =>
    step(`GetValue("${name}")`, 'GetValue', [name], answer, codes);
  const set = (name: string, value: string, ...codes: string[]) =>
    step(`SetValue("${name}", "${value}")`, 'SetValue', [name, value], 'false', codes);
  const lists = ['comments_from_learner', 'comments_from_lms', 'interactions', 'objectives'];
  return [
    get('cmi._version', '1.0', '0'),
    set('cmi._version', '2.0', '404'),
    get('cmi.score._children', withAll('scaled', 'raw', 'min', 'max'), '0'),
    get('cmi.learner_preference._children', withAll('audio_level', 'language', 'delivery_speed'), '0'),
    get('cmi.objectives._children', withAll('id', 'success_status', 'description'), '0'),
    get('cmi.interactions._children', withAll('id', 'type', 'learner_response', 'description'), '0'),
    get('cmi.comments_from_learner._children', withAll('comment', 'location', 'timestamp'), '0'),
    ...lists.map((list) => get(`cmi.${list}._count`, '0', '0')),
    set('cmi.score._children', 'x', '404'),
    set('cmi.objectives._count', '3', '404'),
    get('cmi.location._children', '', '301'),
    get('cmi.score._count', '', '301'),
    get('', '', '301'),
    set('', 'x', '351'),
    get('cmi.objectives.9.id', '', '301'),
    set('cmi.objectives.9.id', 'x', '351'),
    set('cmi.interactions.9.id', 'x', '351'),
    ...['cmi.location', 'cmi.progress_measure', 'cmi.score.scaled', 'cmi.suspend_data'].map((name) =>
      get(name, '', '403'),
    ),
    get('cmi.completion_threshold', '', '403'),
    get('cmi.max_time_allowed', '', '403'),
    get('cmi.completion_status', 'unknown', '0'),
    get('cmi.success_status', 'unknown', '0'),
    set('cmi.objectives.0.score.raw', '1', '408'),
    set('cmi.interactions.0.type', 'choice', '408'),
    get('adl.nav.request', '_none_', '0'),
    get('adl.nav.request_valid.continue', /^(true|false|unknown)$/, '0'),
    set('adl.nav.request_valid.continue', 'true', '404'),
    set('adl.nav.request', 'ailleurs', '406'),
    step('Commit("x")', 'Commit', ['x'], 'false', ['201']),
    step('Terminate("x")', 'Terminate', ['x'], 'false', ['201']),
  ];
}

/** What depends on what was said before; asked once the elements were. */
export function codesOfDependencies(standard: Standard): Step[] {
  if (standard === 'scorm12') return [];
  const set = (name: string, value: string, answer: string, ...codes: string[]) =>
    step(`SetValue("${name}", "${value}") ensuite`, 'SetValue', [name, value], answer, codes);
  const next = 90;
  return [
    set('cmi.objectives.0.id', 'un-autre', 'false', '351'),
    set('cmi.objectives.0.success_status', 'passed', 'true', '0'),
    set(`cmi.objectives.${next}.id`, 'trop-loin', 'false', '351'),
    set('cmi.interactions.0.correct_responses.9.pattern', 'a', 'false', '351'),
    set('cmi.interactions.0.objectives.9.id', 'a', 'false', '351'),
  ];
}

/** What is asked once the run-time is closed. */
export function codesAfter(standard: Standard): Step[] {
  return standard === 'scorm12'
    ? [step('LMSInitialize après LMSFinish', 'LMSInitialize', [''], 'false', ['101'])]
    : [step('Initialize après Terminate', 'Initialize', [''], 'false', ['104'])];
}
