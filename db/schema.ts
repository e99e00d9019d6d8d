/** Rows of the database, one interface per table, grouped by the feature that owns (alone writes) them. */

export type Role = 'learner' | 'trainer' | 'manager' | 'administrator';
export type PersonStatus = 'military' | 'civilian' | 'student';
export type AbsenceCategory = 'mission' | 'leave' | 'sick';
export type ReleaseKind = 'correction' | 'material';

/** ISO-8601 UTC text. */
type Instant = string;
/** Civil date of Europe/Paris, `YYYY-MM-DD`. */
type CivilDate = string;
type Json = string;

export interface Database {
  // installation
  installation: { key: string; value: string };
  // journal
  journal: JournalTable;
  // people
  unit: UnitTable;
  unit_closure: { ancestor_id: string; descendant_id: string; depth: number };
  person: PersonTable;
  membership: MembershipTable;
  role_grant: RoleGrantTable;
  // sign-in
  account: AccountTable;
  sign_in_session: SignInSessionTable;
  sign_in_failure: SignInFailureTable;
  // account
  reading_comfort: ReadingComfortTable;
  // publishing
  module: { id: string; slug: string; code: string; created_at: Instant };
  module_version: ModuleVersionTable;
  compiled_version: { version_id: string; compiler_version: number; compiled: Json };
  media: { hash: string; extension: string; bytes: Uint8Array };
  version_media: { version_id: string; path: string; media_hash: string };
  // obligations
  programme: ProgrammeTable;
  programme_module: { programme_id: string; module_id: string; position: number };
  designation: DesignationTable;
  exemption: ExemptionTable;
  credit: CreditTable;
  absence: AbsenceTable;
  // learning, obligation facts
  begun: BegunTable;
  completion: CompletionTable;
  // learning, traces
  place: PlaceTable;
  lesson_read: LessonReadTable;
  exercise_answer: ExerciseAnswerTable;
  lesson_reading: LessonReadingTable;
  module_path: ModulePathTable;
  // assessments, traces
  attempt: AttemptTable;
  attempt_question: AttemptQuestionTable;
  attempt_answer: AttemptAnswerTable;
  // search
  search_text: SearchTextTable;
  search_state: { id: number; fingerprint: string };
}

interface JournalTable {
  id: string;
  at: Instant;
  actor_id: string | null;
  verb: string;
  subject_kind: string;
  subject_id: string;
  detail: Json;
  request_id: string | null;
}

interface UnitTable {
  id: string;
  code: string;
  name: string;
  parent_id: string | null;
  created_at: Instant;
}

interface PersonTable {
  id: string;
  hr_number: string | null;
  given_name: string;
  family_name: string;
  status: PersonStatus;
  created_at: Instant;
}

interface MembershipTable {
  id: string;
  person_id: string;
  unit_id: string;
  from_date: CivilDate;
  to_date: CivilDate | null;
}

interface RoleGrantTable {
  id: string;
  person_id: string;
  role: Role;
  unit_id: string | null;
  granted_at: Instant;
  granted_by: string | null;
}

interface AccountTable {
  person_id: string;
  username: string;
  password_hash: string;
  password_changed_at: Instant;
  must_change_since: Instant | null;
  last_signed_in_at: Instant | null;
}

interface SignInSessionTable {
  id_hash: string;
  person_id: string;
  created_at: Instant;
  expires_at: Instant;
  user_agent: string;
}

interface SignInFailureTable {
  key: string;
  count: number;
  last_at: Instant;
  blocked_until: Instant | null;
}

interface ReadingComfortTable {
  person_id: string;
  text_size: 'normal' | 'large' | 'larger';
  spacing: 'normal' | 'wide';
  shortcuts_off_since: Instant | null;
  changed_at: Instant;
}

interface ModuleVersionTable {
  id: string;
  module_id: string;
  edition: number;
  revision: number;
  hash: string;
  title: string;
  kind: ReleaseKind;
  redo_from_date: CivilDate | null;
  note: string;
  published_at: Instant;
  published_by: string | null;
  sources: Json;
}

interface ProgrammeTable {
  id: string;
  slug: string;
  name: string;
  opens_on: CivilDate;
  deadline: CivilDate;
  created_at: Instant;
}

interface DesignationTable {
  id: string;
  programme_id: string;
  person_id: string;
  from_date: CivilDate;
  to_date: CivilDate | null;
  designated_at: Instant;
  designated_by: string | null;
}

interface ExemptionTable {
  id: string;
  programme_id: string;
  person_id: string;
  from_date: CivilDate;
  to_date: CivilDate | null;
  reason: string;
  recorded_at: Instant;
  recorded_by: string | null;
}

interface CreditTable {
  id: string;
  programme_id: string;
  person_id: string;
  done_on: CivilDate;
  proof: string;
  recorded_at: Instant;
  recorded_by: string | null;
}

interface AbsenceTable {
  id: string;
  person_id: string;
  from_date: CivilDate;
  to_date: CivilDate | null;
  category: AbsenceCategory;
  recorded_at: Instant;
  recorded_by: string | null;
}

/** What a person has to do with one edition of a module. */
interface OfEdition {
  person_id: string;
  module_id: string;
  edition: number;
}

interface BegunTable extends OfEdition {
  version_id: string;
  begun_at: Instant;
  begun_on: CivilDate;
}

interface CompletionTable extends OfEdition {
  id: string;
  version_id: string;
  rule: string;
  completed_at: Instant;
  completed_on: CivilDate;
}

interface PlaceTable extends OfEdition {
  lesson: string | null;
  moved_at: Instant;
  anchor: string | null;
}

interface LessonReadTable extends OfEdition {
  lesson: string;
  read_at: Instant;
}

interface LessonReadingTable extends OfEdition {
  lesson: string;
  reading: 'full' | 'folded';
  chosen_at: Instant;
}

interface ModulePathTable extends OfEdition {
  path: 'folded' | 'interview';
  chosen_at: Instant;
  interviewed_at: Instant | null;
  interviewed_by: string | null;
}

interface ExerciseAnswerTable extends OfEdition {
  block_id: string;
  answer: Json;
  answered_at: Instant;
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

/** FTS5: every column is text, and none may be null. */
interface SearchTextTable {
  title: string;
  objective: string;
  headings: string;
  body: string;
  kind: 'lesson' | 'term';
  module_code: string;
  place: string;
}
