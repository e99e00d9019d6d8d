export interface MarkedQuestion {
  /** The slug of the lesson it asks about. */
  lesson: string;
  isRight: boolean;
}

/** The lessons of the questions that were missed, each once, in the order of the module. */
export function lessonsToReadAgain<Lesson extends { slug: string }>(
  lessons: readonly Lesson[],
  questions: readonly MarkedQuestion[],
): Lesson[] {
  const missed = new Set(questions.filter(({ isRight }) => !isRight).map(({ lesson }) => lesson));
  return lessons.filter(({ slug }) => missed.has(slug));
}
