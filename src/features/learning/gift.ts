/** What a training in person gave somebody, so that it can be taken back if they were not there. */
export interface Gift {
  personId: string;
  /** The completion, if it is new. */
  completionId: string | null;
  /** The lessons that it marked as read. */
  lessons: readonly LessonOfEdition[];
}

export interface LessonOfEdition {
  edition: number;
  /** Its slug. */
  lesson: string;
}
