import type { CivilDate, Instant, Json } from './columns.ts';

export interface LearningTables {
  // obligation facts
  begun: BegunTable;
  completion: CompletionTable;
  // traces
  place: PlaceTable;
  lesson_read: LessonReadTable;
  exercise_answer: ExerciseAnswerTable;
  lesson_reading: LessonReadingTable;
  module_path: ModulePathTable;
}

/** What a person has to do with one edition of a module. */
interface OfEdition {
  person_id: string;
  module_id: string;
  edition: number;
}

/** What answers one window of one edition. */
interface OfWindow extends OfEdition {
  /** The first day of the window in which it was asked for; `FIRST_WINDOW` when nothing asked for it anew. */
  window_from: CivilDate;
}

interface BegunTable extends OfWindow {
  version_id: string;
  begun_at: Instant;
  begun_on: CivilDate;
}

interface CompletionTable extends OfWindow {
  id: string;
  version_id: string;
  rule: string;
  completed_at: Instant;
  /** From this day it counts. */
  completed_on: CivilDate;
  /** When it was done: earlier than `completed_on` for a session that was closed some days later. */
  done_on: CivilDate;
  /** Given in error: from `withdrawn_on` it counts no more. */
  withdrawn_at: Instant | null;
  withdrawn_on: CivilDate | null;
  withdrawn_by: string | null;
  withdrawn_reason: string | null;
}

interface PlaceTable extends OfEdition {
  lesson: string | null;
  moved_at: Instant;
  anchor: string | null;
}

interface LessonReadTable extends OfWindow {
  lesson: string;
  read_at: Instant;
}

interface LessonReadingTable extends OfWindow {
  lesson: string;
  reading: 'full' | 'folded';
  chosen_at: Instant;
}

interface ModulePathTable extends OfWindow {
  path: 'folded' | 'interview';
  chosen_at: Instant;
  interviewed_at: Instant | null;
  interviewed_by: string | null;
}

interface ExerciseAnswerTable extends OfWindow {
  block_id: string;
  answer: Json;
  answered_at: Instant;
}
