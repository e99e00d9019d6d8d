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
