import { list, readOnly, writeOnly, type Branch } from './element.ts';
import { response12 } from './responses12.ts';
import { decimal, identifier, matching, oneOf, oneOfOrNumber, text } from './value-types.ts';

/** CMITimespan: hours of two to four digits; run-times take one as well. */
const TIMESPAN = matching('une durée comme 0000:12:30.50', /^\d{1,4}:\d{2}:\d{2}(\.\d{1,2})?$/);
/** CMITime. */
const TIME = matching('une heure comme 14:32:05', /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/);
const IDENTIFIER = identifier(255);
const SCORE: Branch = { raw: decimal(0, 100), min: decimal(0, 100), max: decimal(0, 100) };
const STATUS = ['passed', 'completed', 'failed', 'incomplete', 'browsed', 'not attempted'];
const SHORT = text(255);
const LONG = text(4096);

/** Of objectives and of interactions: far above what any module has. */
const MOST_RECORDS = 2000;
/** Of the objectives and the correct responses of one interaction. */
const MOST_OF_ONE = 100;

/** Every element of the SCORM 1.2 data model (RTE 3.4.4), optional ones too. */
export const SCORM12: Branch = {
  core: {
    student_id: readOnly(IDENTIFIER),
    student_name: readOnly(SHORT),
    lesson_location: SHORT,
    credit: readOnly(oneOf('credit', 'no-credit')),
    lesson_status: oneOf(...STATUS),
    entry: readOnly(oneOf('ab-initio', 'resume')),
    score: SCORE,
    total_time: readOnly(TIMESPAN),
    lesson_mode: readOnly(oneOf('browse', 'normal', 'review')),
    exit: writeOnly(oneOf('time-out', 'suspend', 'logout')),
    session_time: writeOnly(TIMESPAN),
  },
  suspend_data: LONG,
  launch_data: readOnly(LONG),
  comments: LONG,
  comments_from_lms: readOnly(LONG),
  objectives: list(MOST_RECORDS, { id: IDENTIFIER, score: SCORE, status: oneOf(...STATUS) }),
  student_data: {
    mastery_score: readOnly(decimal(0, 100)),
    max_time_allowed: readOnly(TIMESPAN),
    time_limit_action: readOnly(oneOf('exit,message', 'exit,no message', 'continue,message', 'continue,no message')),
  },
  student_preference: { audio: decimal(-1, 100), language: SHORT, speed: decimal(-100, 100), text: decimal(-1, 1) },
  interactions: list(MOST_RECORDS, {
    id: writeOnly(IDENTIFIER),
    objectives: list(MOST_OF_ONE, { id: writeOnly(IDENTIFIER) }),
    time: writeOnly(TIME),
    type: writeOnly(
      oneOf('true-false', 'choice', 'fill-in', 'matching', 'performance', 'sequencing', 'likert', 'numeric'),
    ),
    correct_responses: list(MOST_OF_ONE, { pattern: writeOnly(response12()) }),
    weighting: writeOnly(decimal()),
    student_response: writeOnly(response12()),
    result: writeOnly(oneOfOrNumber('correct', 'wrong', 'unanticipated', 'neutral')),
    latency: writeOnly(TIMESPAN),
  }),
};
