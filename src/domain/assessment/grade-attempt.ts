import type { Choice } from '../module/compiled-module.ts';

export interface GradableQuestion {
  choices: readonly Pick<Choice, 'id' | 'isRight'>[];
}

export interface AnsweredQuestion {
  question: GradableQuestion;
  /** The ids of the choices made; empty when the question was left unanswered. */
  chosen: readonly string[];
}

export interface Grade {
  /** Right or wrong, question by question, in the order given. */
  marks: boolean[];
  rightCount: number;
  isPassed: boolean;
}

/** A question is right or wrong as a whole: every right choice made and no other. Unanswered is wrong. */
export function isAnsweredRight({ question, chosen }: AnsweredQuestion): boolean {
  return chosen.length > 0 && question.choices.every(({ id, isRight }) => chosen.includes(id) === isRight);
}

/** Grades an attempt; it is passed when the share of right answers reaches the pass mark, in percent. */
export function gradeAttempt(answered: readonly AnsweredQuestion[], passMark: number): Grade {
  const marks = answered.map(isAnsweredRight);
  const rightCount = marks.filter(Boolean).length;
  return { marks, rightCount, isPassed: marks.length > 0 && rightCount * 100 >= passMark * marks.length };
}

/** The score in whole percent, rounded down: a rounded score must not show a pass mark that was not reached. */
export function scoreInPercent(rightCount: number, questionCount: number): number {
  return questionCount === 0 ? 0 : Math.floor((rightCount * 100) / questionCount);
}

/** The fewest right answers that reach the pass mark. */
export function neededRightAnswers(passMark: number, questionCount: number): number {
  return Math.ceil((passMark * questionCount) / 100);
}
