import type { Database } from '#db/schema.ts';

/** Which feature owns each table: it alone writes there, everybody may read (DESIGN §3). */
export const TABLE_OWNERS = {
  installation: 'installation',
  journal: 'journal',
  unit: 'people',
  unit_closure: 'people',
  person: 'people',
  membership: 'people',
  role_grant: 'people',
  account: 'sign-in',
  sign_in_session: 'sign-in',
  sign_in_failure: 'sign-in',
  reading_comfort: 'account',
  module: 'publishing',
  module_version: 'publishing',
  compiled_version: 'publishing',
  media: 'publishing',
  version_media: 'publishing',
  programme: 'obligations',
  programme_module: 'obligations',
  designation: 'obligations',
  exemption: 'obligations',
  credit: 'obligations',
  absence: 'obligations',
  begun: 'learning',
  completion: 'learning',
  place: 'learning',
  lesson_read: 'learning',
  exercise_answer: 'learning',
  attempt: 'assessments',
  attempt_question: 'assessments',
  attempt_answer: 'assessments',
  search_text: 'search',
  search_state: 'search',
} as const satisfies Record<keyof Database, string>;

/** What belongs to the learner alone: managers see « done », never how (DESIGN §8). */
export const TRACE_TABLES = [
  'place',
  'lesson_read',
  'exercise_answer',
  'attempt',
  'attempt_question',
  'attempt_answer',
] as const satisfies (keyof Database)[];
