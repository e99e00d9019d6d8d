import type { Choice } from '#domain/module/compiled-module.ts';
import type { PublishedVersion } from '#features/publishing/versions.ts';
import { getPoolQuestion } from './drawn-version.ts';
import type { DrawnQuestion } from './queries.ts';

export interface LessonLink {
  title: string;
  href: string;
}

/** A question of a finished attempt, with its key. */
export interface QuestionResult {
  position: number;
  html: string;
  isRight: boolean;
  isAnswered: boolean;
  choices: (Choice & { isChosen: boolean })[];
  /** The slug of the lesson it asks about. */
  lesson: string;
  /** Null when a correction has removed that lesson since. */
  lessonLink: LessonLink | null;
}

/** The questions of a finished attempt with what was answered, what was right and why: only for after « Terminer ». */
export function questionResults(
  version: PublishedVersion,
  drawn: readonly DrawnQuestion[],
  linkOf: (lesson: string) => LessonLink | null,
): QuestionResult[] {
  return drawn.map(({ position, questionId, chosen, isRight }) => {
    const { html, choices, lesson } = getPoolQuestion(version, questionId);
    return {
      position,
      html,
      isRight: isRight === true,
      isAnswered: chosen.length > 0,
      choices: choices.map((choice) => ({ ...choice, isChosen: chosen.includes(choice.id) })),
      lesson,
      lessonLink: linkOf(lesson),
    };
  });
}
