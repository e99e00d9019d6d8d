import { list, readOnly, writeOnly, type Branch } from './element.ts';
import { learnerResponse, responsePattern } from './responses2004.ts';
import { decimal, identifier, language, localized, matching, oneOf, oneOfOrNumber, text } from './value-types.ts';

/** timeinterval (second,10,2) of RTE 4.1.1.7. */
const INTERVAL = matching(
  'une durée comme PT1H30M5S',
  /^P(?=\d|T\d)(\d{1,10}Y)?(\d{1,10}M)?(\d{1,10}D)?(T(?=\d)(\d{1,10}H)?(\d{1,10}M)?(\d{1,10}(\.\d{1,2})?S)?)?$/,
);
/** time (second,10,0) of RTE 4.1.1.7, as much of it as is known; browsers write thousandths, which are taken. */
const TIMESTAMP = matching(
  'un instant comme 2026-11-23T14:32:05',
  /^(19[7-9]\d|[2-9]\d{3})(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3])(:[0-5]\d(:[0-5]\d(\.\d{1,6})?(Z|[+-]([01]\d|2[0-3])(:[0-5]\d)?)?)?)?)?)?)?$/,
);
const IDENTIFIER = identifier(4000);
const SCORE: Branch = { scaled: decimal(-1, 1), raw: decimal(), min: decimal(), max: decimal() };
const COMPLETION = oneOf('completed', 'incomplete', 'not attempted', 'unknown');
const SUCCESS = oneOf('passed', 'failed', 'unknown');

/** What the specification gives as lengths are those that a system takes at least (SPM): where run-times set none, ours are longer. */
const LONGER = 4000;

/** In characters: the least that a system takes is what is taken (RTE 4.2.23.1). */
const SUSPEND_DATA = 64_000;

/** Of interactions (at least 250), objectives (100) and comments (250). */
const MOST_RECORDS = 2000;
/** Of the objectives and the correct responses of one interaction (10 at least). */
const MOST_OF_ONE = 100;

/** Every element of the SCORM 2004 data model, 2nd to 4th edition (RTE 4.2; IEEE 1484.11.1). */
export const SCORM2004: Branch = {
  comments_from_learner: list(MOST_RECORDS, { comment: localized(LONGER), location: text(1000), timestamp: TIMESTAMP }),
  comments_from_lms: list(MOST_RECORDS, {
    comment: readOnly(localized(LONGER)),
    location: readOnly(text(1000)),
    timestamp: readOnly(TIMESTAMP),
  }),
  completion_status: COMPLETION,
  completion_threshold: readOnly(decimal(0, 1)),
  credit: readOnly(oneOf('credit', 'no-credit')),
  entry: readOnly(oneOf('ab-initio', 'resume')),
  exit: writeOnly(oneOf('time-out', 'suspend', 'logout', 'normal')),
  interactions: list(MOST_RECORDS, {
    id: IDENTIFIER,
    type: oneOf(
      ...['true-false', 'choice', 'fill-in', 'long-fill-in', 'matching', 'performance', 'sequencing', 'likert'],
      ...['numeric', 'other'],
    ),
    objectives: list(MOST_OF_ONE, { id: IDENTIFIER }),
    timestamp: TIMESTAMP,
    correct_responses: list(MOST_OF_ONE, { pattern: responsePattern() }),
    weighting: decimal(),
    learner_response: learnerResponse(),
    result: oneOfOrNumber('correct', 'incorrect', 'unanticipated', 'neutral'),
    latency: INTERVAL,
    description: localized(LONGER),
  }),
  launch_data: readOnly(text(LONGER)),
  learner_id: readOnly(IDENTIFIER),
  learner_name: readOnly(localized(250)),
  learner_preference: {
    audio_level: decimal(0),
    language: language(),
    delivery_speed: decimal(0),
    audio_captioning: oneOf('-1', '0', '1'),
  },
  location: text(1000),
  max_time_allowed: readOnly(INTERVAL),
  mode: readOnly(oneOf('browse', 'normal', 'review')),
  objectives: list(MOST_RECORDS, {
    id: IDENTIFIER,
    score: SCORE,
    success_status: SUCCESS,
    completion_status: COMPLETION,
    progress_measure: decimal(0, 1),
    description: localized(LONGER),
  }),
  progress_measure: decimal(0, 1),
  scaled_passing_score: readOnly(decimal(-1, 1)),
  score: SCORE,
  session_time: writeOnly(INTERVAL),
  success_status: SUCCESS,
  suspend_data: text(SUSPEND_DATA),
  time_limit_action: readOnly(oneOf('exit,message', 'continue,message', 'exit,no message', 'continue,no message')),
  total_time: readOnly(INTERVAL),
};

const REQUEST =
  /^(_none_|continue|previous|exit|exitAll|abandon|abandonAll|suspendAll|(\{target=[^{}]{1,4000}\})(choice|jump))$/;

/** `adl` of RTE 4.3 (navigation) and SN 5.6; shared data came with the 4th edition, and is known to run-times of all of them. */
export const ADL: Branch = {
  nav: { request: matching('une demande de navigation comme continue', REQUEST) },
  data: list(MOST_RECORDS, { id: readOnly(IDENTIFIER), store: text(SUSPEND_DATA) }),
};
