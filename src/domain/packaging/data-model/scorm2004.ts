import { decimal, matching, oneOf, text, type Branch } from './element.ts';

/** timeinterval (second,10,2) of RTE 4.1.1.7. */
const INTERVAL = matching(
  'une durée comme PT1H30M5S',
  /^P(?=\d|T\d)(\d{1,10}Y)?(\d{1,10}M)?(\d{1,10}D)?(T(?=\d)(\d{1,10}H)?(\d{1,10}M)?(\d{1,10}(\.\d{1,2})?S)?)?$/,
);
/** time (second,10,0) of RTE 4.1.1.7: as much of it as is known. */
const TIMESTAMP = matching(
  'un instant comme 2026-11-23T14:32:05',
  /^\d{4}(-\d{2}(-\d{2}(T\d{2}(:\d{2}(:\d{2}(\.\d{1,2}(Z|[+-]\d{2}(:\d{2})?)?)?)?)?)?)?)?$/,
);
const IDENTIFIER = text(4000);
const LANGUAGE = matching('une langue comme fr-FR', /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/);
const SCORE: Branch = { scaled: decimal(-1, 1), raw: decimal(), min: decimal(), max: decimal() };
const COMPLETION = oneOf('completed', 'incomplete', 'not attempted', 'unknown');
const SUCCESS = oneOf('passed', 'failed', 'unknown');
const COMMENT: Branch = { comment: text(4000), location: text(250), timestamp: TIMESTAMP };

/** In characters: the least that a system must take (RTE 4.2.23.1) is what is taken. */
const SUSPEND_DATA = 64_000;
/** An essay (long-fill-in) is the longest thing a learner answers (RTE 4.2.9.1). */
const RESPONSE = 16_000;

/** Every element of the SCORM 2004 data model, 2nd to 4th edition (RTE 4.2; IEEE 1484.11.1). */
export const SCORM2004: Branch = {
  _version: text(20),
  comments_from_learner: { n: COMMENT },
  comments_from_lms: { n: COMMENT },
  completion_status: COMPLETION,
  completion_threshold: decimal(0, 1),
  credit: oneOf('credit', 'no-credit'),
  entry: oneOf('ab-initio', 'resume'),
  exit: oneOf('time-out', 'suspend', 'logout', 'normal'),
  interactions: {
    n: {
      id: IDENTIFIER,
      type: oneOf(
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
      ),
      objectives: { n: { id: IDENTIFIER } },
      timestamp: TIMESTAMP,
      correct_responses: { n: { pattern: text(RESPONSE) } },
      weighting: decimal(),
      learner_response: text(RESPONSE),
      result: matching(
        'correct, incorrect, unanticipated, neutral ou un nombre',
        /^(correct|incorrect|unanticipated|neutral|[+-]?\d*\.?\d+(e[+-]?\d+)?)$/i,
      ),
      latency: INTERVAL,
      description: text(500),
    },
  },
  launch_data: text(4000),
  learner_id: IDENTIFIER,
  learner_name: text(250),
  learner_preference: {
    audio_level: decimal(0),
    language: LANGUAGE,
    delivery_speed: decimal(0),
    audio_captioning: oneOf('-1', '0', '1'),
  },
  location: text(1000),
  max_time_allowed: INTERVAL,
  mode: oneOf('browse', 'normal', 'review'),
  objectives: {
    n: {
      id: IDENTIFIER,
      score: SCORE,
      success_status: SUCCESS,
      completion_status: COMPLETION,
      progress_measure: decimal(0, 1),
      description: text(500),
    },
  },
  progress_measure: decimal(0, 1),
  scaled_passing_score: decimal(-1, 1),
  score: SCORE,
  session_time: INTERVAL,
  success_status: SUCCESS,
  suspend_data: text(SUSPEND_DATA),
  time_limit_action: oneOf('exit,message', 'continue,message', 'exit,no message', 'continue,no message'),
  total_time: INTERVAL,
};
