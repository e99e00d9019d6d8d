import type { CivilDate } from '#domain/time/civil-date.ts';

/** What a training in person gave somebody, so that it can be taken back if they were not there. */
export interface Gift {
  personId: string;
  /** The completion, if it is new. */
  completionId: string | null;
  /** The lessons that it marked as read. */
  lessons: readonly LessonOfWindow[];
}

export interface LessonOfWindow {
  edition: number;
  /** The first day of the window it was marked in. */
  windowFrom: CivilDate;
  /** Its slug. */
  lesson: string;
}
