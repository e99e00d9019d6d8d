import type { Values } from './values12.ts';

const long = (length: number) => 'x'.repeat(length);
const unit: Values = { valid: ['0', '0.5', '1', '0.6666666666666666'], invalid: ['-0.1', '1.01', 'moitié', '1,0'] };
const signedUnit: Values = { valid: ['-1', '0', '0.8', '1'], invalid: ['-1.01', '1.5', '80', 'NaN'] };
const real: Values = {
  valid: ['-12.5', '0', '1e3', '1234567890.1234567'],
  invalid: ['douze', '1 2', 'Infinity', long(40)],
};
const positive: Values = { valid: ['1', '0', '99.5'], invalid: ['-1', 'fort'] };
const completion: Values = {
  valid: ['completed', 'incomplete', 'not attempted', 'unknown'],
  invalid: ['passed', 'Completed', 'not_attempted'],
};
const success: Values = { valid: ['passed', 'failed', 'unknown'], invalid: ['completed', 'Passed'] };
const interval: Values = {
  valid: ['PT0S', 'PT1H30M5S', 'P1Y2M3DT4H5M6.78S', 'P3D', 'PT5.5S'],
  invalid: ['P', 'PT', '01:00:00', 'PT1.5H', 'PT5.123S', 'P1W', '5', 'PT1S2M'],
};
const timestamp: Values = {
  valid: [
    '2026',
    '2026-11',
    '2026-11-23',
    '2026-11-23T14:32:05',
    '2026-11-23T14:32:05.123Z',
    '2026-11-23T14:32:05.1+02:00',
  ],
  invalid: ['1969', '2026-13', '2026-11-32', '2026-11-23 14:32', '23/11/2026', '2026-11-23T25:00:00', 'hier'],
};
const identifier: Values = {
  valid: ['o1', 'urn:fr:o1', 'Objectif 1', long(4000)],
  invalid: [long(4001), ' ', 'a\u0007'],
};
const sentence: Values = {
  valid: ['un mot', '{lang=fr}un mot', '{lang=fr-FR}un mot', `{lang=fr}${long(4000)}`],
  invalid: [long(4001), '{lang=français}un mot', `{lang=fr}${long(4001)}`],
};
const place: Values = { valid: ['page 3', long(1000)], invalid: [long(1001)] };
const action: Values = {
  valid: ['exit,message', 'continue,message', 'exit,no message', 'continue,no message'],
  invalid: ['exit', 'stop,message'],
};
const record: Values = { valid: ['a=1;b=2', long(64_000)], invalid: [long(64_001)] };
/** Of an interaction that does not say its type. */
const response: Values = { valid: ['a[,]b', 'tout texte'], invalid: [long(32_001)] };

export const VALUES_2004: Record<string, Values> = {
  'cmi.comments_from_learner.n.comment': sentence,
  'cmi.comments_from_learner.n.location': place,
  'cmi.comments_from_learner.n.timestamp': timestamp,
  'cmi.comments_from_lms.n.comment': sentence,
  'cmi.comments_from_lms.n.location': place,
  'cmi.comments_from_lms.n.timestamp': timestamp,
  'cmi.completion_status': completion,
  'cmi.completion_threshold': unit,
  'cmi.credit': { valid: ['credit', 'no-credit'], invalid: ['nocredit'] },
  'cmi.entry': { valid: ['ab-initio', 'resume'], invalid: ['start'] },
  'cmi.exit': { valid: ['time-out', 'suspend', 'logout', 'normal'], invalid: ['exit', 'Suspend'] },
  'cmi.interactions.n.id': identifier,
  'cmi.interactions.n.type': {
    valid: [
      'true-false',
      'choice',
      'fill-in',
      'long-fill-in',
      'matching',
      'performance',
      'sequencing',
      'likert',
      'numeric',
      'other',
    ],
    invalid: ['Choice', 'essay'],
  },
  'cmi.interactions.n.objectives.n.id': identifier,
  'cmi.interactions.n.timestamp': timestamp,
  'cmi.interactions.n.correct_responses.n.pattern': response,
  'cmi.interactions.n.weighting': real,
  'cmi.interactions.n.learner_response': response,
  'cmi.interactions.n.result': {
    valid: ['correct', 'incorrect', 'unanticipated', 'neutral', '0.25', '-3'],
    invalid: ['wrong', 'right', 'Correct'],
  },
  'cmi.interactions.n.latency': interval,
  'cmi.interactions.n.description': sentence,
  'cmi.launch_data': { valid: ['a=1', long(4000)], invalid: [long(4001)] },
  'cmi.learner_id': identifier,
  'cmi.learner_name': { valid: ['Apprenant', long(250)], invalid: [long(251)] },
  'cmi.learner_preference.audio_level': positive,
  'cmi.learner_preference.language': { valid: ['fr', 'fr-FR', 'zh-Hant-TW'], invalid: ['français', 'fr_FR', 'f r'] },
  'cmi.learner_preference.delivery_speed': positive,
  'cmi.learner_preference.audio_captioning': { valid: ['-1', '0', '1'], invalid: ['2', 'on', '0.5'] },
  'cmi.location': place,
  'cmi.max_time_allowed': interval,
  'cmi.mode': { valid: ['browse', 'normal', 'review'], invalid: ['preview'] },
  'cmi.objectives.n.id': identifier,
  'cmi.objectives.n.score.scaled': signedUnit,
  'cmi.objectives.n.score.raw': real,
  'cmi.objectives.n.score.min': real,
  'cmi.objectives.n.score.max': real,
  'cmi.objectives.n.success_status': success,
  'cmi.objectives.n.completion_status': completion,
  'cmi.objectives.n.progress_measure': unit,
  'cmi.objectives.n.description': sentence,
  'cmi.progress_measure': unit,
  'cmi.scaled_passing_score': signedUnit,
  'cmi.score.scaled': signedUnit,
  'cmi.score.raw': real,
  'cmi.score.min': real,
  'cmi.score.max': real,
  'cmi.session_time': interval,
  'cmi.success_status': success,
  'cmi.suspend_data': record,
  'cmi.time_limit_action': action,
  'cmi.total_time': interval,
  'adl.nav.request': {
    valid: ['_none_', 'continue', 'previous', 'exitAll', 'suspendAll', '{target=test}choice', '{target=test}jump'],
    invalid: ['next', 'choice', '{target=}choice', 'continue '],
  },
  'adl.data.n.id': identifier,
  'adl.data.n.store': record,
};

/** What a learner answers, by the type of the interaction. */
export const RESPONSES_2004: Record<string, Values> = {
  'true-false': { valid: ['true', 'false'], invalid: ['t', 'True', '1'] },
  choice: { valid: ['a', 'a[,]b', 'urn:x:1[,]b'], invalid: ['a[,]', '[,]', Array(37).fill('a').join('[,]')] },
  'fill-in': { valid: ['Paris', '{lang=fr}Paris[,]Lyon'], invalid: [long(251), Array(11).fill('a').join('[,]')] },
  'long-fill-in': { valid: ['Un récit.', long(16_000)], invalid: [long(16_001)] },
  matching: { valid: ['a[.]1', 'a[.]1[,]b[.]2'], invalid: ['a', 'a[.]', 'a.1', 'a[.]1[,]b', 'a[.]1[.]2'] },
  performance: {
    valid: ['un[.]fait', '[.]fait', 'un[.]', 'un[.]a[,]deux[.]b'],
    invalid: ['un', '[.]', `un[.]${long(251)}`],
  },
  sequencing: { valid: ['a[,]b[,]a'], invalid: ['a[,][,]b', Array(37).fill('a').join('[,]')] },
  likert: { valid: ['plutot-oui'], invalid: [' ', long(251)] },
  numeric: { valid: ['3', '-2.5', '1e-3'], invalid: ['trois', '1[:]2', '1,5'] },
  other: { valid: ['tout', long(4000)], invalid: [long(4001)] },
};

/** What is right, where it is written otherwise than a response. */
export const PATTERNS_2004: Record<string, Values> = {
  'true-false': { valid: ['true'], invalid: ['vrai'] },
  'fill-in': { valid: ['{case_matters=true}{order_matters=false}{lang=fr}Paris[,]Lyon'], invalid: [long(251)] },
  'long-fill-in': { valid: ['{case_matters=false}Un récit.'], invalid: [long(16_001)] },
  performance: { valid: ['{order_matters=false}un[.]1[:]2[,]deux[.]b'], invalid: ['{order_matters=false}un'] },
  numeric: { valid: ['3', '1[:]2', '[:]2', '1[:]', '[:]'], invalid: ['2[:]1', 'a[:]b', '1[:]2[:]3'] },
};
