/** Values of each element of SCORM 1.2: those that are right, and those that are not. */
export interface Values {
  valid: readonly string[];
  invalid: readonly string[];
}

const long = (length: number) => 'x'.repeat(length);
const percent: Values = {
  valid: ['0', '80', '79.5', '100', '.5'],
  invalid: ['-1', '100.01', 'beaucoup', '1,5', '0x10', ' '],
};
const status: Values = {
  valid: ['passed', 'completed', 'failed', 'incomplete', 'browsed', 'not attempted'],
  invalid: ['Passed', 'done', 'not-attempted', 'unknown', 'passed '],
};
const timespan: Values = {
  valid: ['00:00:00', '0000:12:30.50', '9999:59:59.99', '1:01:02'],
  invalid: ['12:30', 'PT1H', '00:00:00.123', '10000:00:00', '00:0:00', '-1:00:00'],
};
const identifier: Values = {
  valid: ['o1', 'urn:x:1', 'Objectif 1', long(255)],
  invalid: [long(256), 'a\u0000b', '\t'],
};
const short: Values = { valid: ['p. 3', 'é', long(255)], invalid: [long(256)] };
const paragraph: Values = { valid: ['a;b=1\n', long(4096)], invalid: [long(4097)] };
/** Of an interaction that does not say its type. */
const response: Values = { valid: ['a,b', '1', 'tout texte', long(255)], invalid: [long(256)] };

export const VALUES_12: Record<string, Values> = {
  'cmi.core.student_id': identifier,
  'cmi.core.student_name': short,
  'cmi.core.lesson_location': short,
  'cmi.core.credit': { valid: ['credit', 'no-credit'], invalid: ['nocredit', 'Credit'] },
  'cmi.core.lesson_status': status,
  'cmi.core.entry': { valid: ['ab-initio', 'resume'], invalid: ['start', 'RESUME'] },
  'cmi.core.score.raw': percent,
  'cmi.core.score.min': percent,
  'cmi.core.score.max': percent,
  'cmi.core.total_time': timespan,
  'cmi.core.lesson_mode': { valid: ['browse', 'normal', 'review'], invalid: ['preview'] },
  'cmi.core.exit': { valid: ['time-out', 'suspend', 'logout'], invalid: ['normal', 'exit'] },
  'cmi.core.session_time': timespan,
  'cmi.suspend_data': paragraph,
  'cmi.launch_data': paragraph,
  'cmi.comments': paragraph,
  'cmi.comments_from_lms': paragraph,
  'cmi.objectives.n.id': identifier,
  'cmi.objectives.n.score.raw': percent,
  'cmi.objectives.n.score.min': percent,
  'cmi.objectives.n.score.max': percent,
  'cmi.objectives.n.status': status,
  'cmi.student_data.mastery_score': percent,
  'cmi.student_data.max_time_allowed': timespan,
  'cmi.student_data.time_limit_action': {
    valid: ['exit,message', 'exit,no message', 'continue,message', 'continue,no message'],
    invalid: ['exit', 'exit, message'],
  },
  'cmi.student_preference.audio': { valid: ['-1', '0', '100'], invalid: ['-2', '101', 'fort'] },
  'cmi.student_preference.language': short,
  'cmi.student_preference.speed': { valid: ['-100', '0', '100'], invalid: ['-101', '101'] },
  'cmi.student_preference.text': { valid: ['-1', '0', '1'], invalid: ['2', 'oui'] },
  'cmi.interactions.n.id': identifier,
  'cmi.interactions.n.objectives.n.id': identifier,
  'cmi.interactions.n.time': { valid: ['14:32:05', '00:00:00.5'], invalid: ['24:00:00', '14:60:00', '14:32'] },
  'cmi.interactions.n.type': {
    valid: ['true-false', 'choice', 'fill-in', 'matching', 'performance', 'sequencing', 'likert', 'numeric'],
    invalid: ['long-fill-in', 'other', 'Choice'],
  },
  'cmi.interactions.n.correct_responses.n.pattern': response,
  'cmi.interactions.n.weighting': { valid: ['1', '-2.5', '0'], invalid: ['un', '1/2', 'Infinity', 'NaN'] },
  'cmi.interactions.n.student_response': response,
  'cmi.interactions.n.result': {
    valid: ['correct', 'wrong', 'unanticipated', 'neutral', '0.5', '12'],
    invalid: ['incorrect', 'right', 'Correct'],
  },
  'cmi.interactions.n.latency': timespan,
};

/** Responses by the type of their interaction (CMIFeedback). */
export const RESPONSES_12: Record<string, Values> = {
  'true-false': { valid: ['t', 'f', '0', '1', 'true', 'False'], invalid: ['vrai', '2', 'tf'] },
  choice: { valid: ['a', 'a,b', '{a,b}', 'choix_1,choix_2', '3'], invalid: [',', 'a,', 'a,,b', '{}'] },
  'fill-in': { valid: ['une réponse, libre'], invalid: [long(256)] },
  matching: { valid: ['a.1', '{a.1,b.2}', 'source.cible,autre.cible'], invalid: ['a', 'a.', 'a.1,b', 'a.1.2'] },
  performance: { valid: ['fait'], invalid: [long(256)] },
  sequencing: { valid: ['a,b,c', '3'], invalid: ['a,,c'] },
  likert: { valid: ['a', '4'], invalid: [long(256)] },
  numeric: { valid: ['3', '-2.5', '1e3'], invalid: ['trois', '1,5', '1 2'] },
};
