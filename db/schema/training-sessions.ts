import type { CivilDate, Instant } from './columns.ts';

export interface TrainingSessionsTables {
  house: HouseTable;
  training_session: TrainingSessionTable;
  enrolment: EnrolmentTable;
  meeting: MeetingTable;
  // a trace
  attendance: AttendanceTable;
}

interface HouseTable {
  id: string;
  name: string;
  created_at: Instant;
  /** From that day it is offered no more in the forms; what was held with it stays. */
  retired_on: CivilDate | null;
}

interface TrainingSessionTable {
  id: string;
  held_on: CivilDate;
  /** `HH:MM`, in Paris. */
  starts_at: string;
  place: string;
  /** Null when no house has a part in it. */
  house_id: string | null;
  /** Either a person known here or a name. */
  trainer_id: string | null;
  trainer_name: string | null;
  module_id: string;
  seats: number;
  created_at: Instant;
  created_by: string | null;
  closed_at: Instant | null;
  closed_by: string | null;
  cancelled_at: Instant | null;
  cancelled_by: string | null;
  cancel_reason: string | null;
  /** When it was moved last, and from when and where; null when it never was. */
  moved_at: Instant | null;
  moved_from_date: CivilDate | null;
  moved_from_starts_at: string | null;
  moved_from_place: string | null;
  /** JSON: the slugs of the lessons a presence counted for; null for the whole module. */
  counted_lessons: string | null;
}

interface EnrolmentTable {
  session_id: string;
  person_id: string;
  enrolled_at: Instant;
  enrolled_by: string | null;
}

interface AttendanceTable {
  id: string;
  session_id: string;
  person_id: string;
  recorded_at: Instant;
  recorded_by: string | null;
  /** Why it was recorded after the session was closed; null before. */
  late_reason: string | null;
  withdrawn_at: Instant | null;
  withdrawn_by: string | null;
  withdrawn_reason: string | null;
  /** The completion it gave; null when it gave none. */
  completion_id: string | null;
  /** JSON: `[{ edition, windowFrom, lesson }]`, the lessons it marked as read; null when it gave the whole module, or nothing. */
  lessons_given: string | null;
}

interface MeetingTable {
  id: string;
  held_on: CivilDate;
  place: string;
  house_id: string;
  /** The unit that met the house. */
  unit_id: string;
  audience_size: number;
  created_at: Instant;
  created_by: string | null;
  withdrawn_at: Instant | null;
  withdrawn_by: string | null;
  withdrawn_reason: string | null;
}
