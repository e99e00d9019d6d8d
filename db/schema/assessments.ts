import type { Generated } from 'kysely';
import type { CivilDate, Instant, Json } from './columns.ts';

export interface AssessmentsTables {
  attempt: AttemptTable;
  attempt_question: AttemptQuestionTable;
  attempt_answer: AttemptAnswerTable;
}

interface AttemptTable {
  id: string;
  person_id: string;
  module_id: string;
  edition: number;
  version_id: string;
  opened_at: Instant;
  finished_at: Instant | null;
  right_count: number | null;
  is_passed: number | null;
  /** The first day of the window of the module that it is of. */
  window_from: Generated<CivilDate>;
}

interface AttemptQuestionTable {
  attempt_id: string;
  position: number;
  question_id: string;
  is_right: number | null;
}

interface AttemptAnswerTable {
  event_id: string;
  attempt_id: string;
  position: number;
  sequence: number;
  choices: Json;
  answered_at: Instant;
}
