import { decimal, matching, oneOf, text, type Branch } from './element.ts';

/** CMITimespan: hours of two to four digits (SCORM 1.2 RTE 3.4.4). */
const TIMESPAN = matching('une durée comme 0000:12:30.50', /^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/);
/** CMITime. */
const TIME = matching('une heure comme 14:32:05', /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/);
/** CMIIdentifier, with what authoring tools put in it: everything but control characters. */
const IDENTIFIER = matching('un identifiant de 255 caractères au plus', /^[^\p{Cc}]{1,255}$/u);
const SCORE: Branch = { raw: decimal(0, 100), min: decimal(0, 100), max: decimal(0, 100) };
const STATUS = ['passed', 'completed', 'failed', 'incomplete', 'browsed', 'not attempted'];
const SHORT = text(255);
const LONG = text(4096);

/**
 * Every element of the SCORM 1.2 data model (RTE 3.4.4). Lengths are those that a system must take; a package that writes more
 * has been told so by the run-time already.
 */
export const SCORM12: Branch = {
  suspend_data: LONG,
  launch_data: LONG,
  comments: LONG,
  comments_from_lms: LONG,
  core: {
    student_id: SHORT,
    student_name: SHORT,
    lesson_location: SHORT,
    credit: oneOf('credit', 'no-credit'),
    lesson_status: oneOf(...STATUS),
    entry: oneOf('ab-initio', 'resume'),
    lesson_mode: oneOf('browse', 'normal', 'review'),
    exit: oneOf('time-out', 'suspend', 'logout'),
    session_time: TIMESPAN,
    total_time: TIMESPAN,
    score: SCORE,
  },
  objectives: { n: { id: IDENTIFIER, status: oneOf(...STATUS), score: SCORE } },
  student_data: {
    mastery_score: decimal(0, 100),
    max_time_allowed: TIMESPAN,
    time_limit_action: oneOf('exit,message', 'exit,no message', 'continue,message', 'continue,no message'),
  },
  student_preference: { audio: decimal(-1, 100), language: SHORT, speed: decimal(-100, 100), text: decimal(-1, 1) },
  interactions: {
    n: {
      id: IDENTIFIER,
      objectives: { n: { id: IDENTIFIER } },
      time: TIME,
      type: oneOf('true-false', 'choice', 'fill-in', 'matching', 'performance', 'sequencing', 'likert', 'numeric'),
      correct_responses: { n: { pattern: SHORT } },
      weighting: decimal(),
      student_response: SHORT,
      result: matching(
        'correct, wrong, unanticipated, neutral ou un nombre',
        /^(correct|wrong|unanticipated|neutral|[+-]?\d*\.?\d+)$/,
      ),
      latency: TIMESPAN,
    },
  },
};
