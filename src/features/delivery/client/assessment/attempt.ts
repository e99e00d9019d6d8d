import { drawQuestions } from '#domain/assessment/draw-questions.ts';
import { gradeAttempt, isAnsweredRight, scoreInPercent } from '#domain/assessment/grade-attempt.ts';
import type { DeliveredModule, DeliveredQuestion } from '#domain/delivery/delivered-module.ts';
import type { DeliveredProgress } from '#domain/delivery/delivered-progress.ts';
import { ofHtml } from '../element.ts';
import { openChoices } from '../exercises/open-exercise.ts';
import type { Interaction } from '../tracker.ts';

/** Whether these choices are the right ones, and all of them. */
export function isRight(question: DeliveredQuestion, chosen: readonly string[]): boolean {
  return isAnsweredRight({ question: { choices: openChoices(question) }, chosen });
}

/** What is told of an answer to a question, but when and how long it took. */
export function interactionOf(
  question: DeliveredQuestion,
  chosen: readonly number[],
): Omit<Interaction, 'at' | 'latency'> {
  const choices = openChoices(question);
  const ids = chosen.flatMap((place) => choices[place]?.id ?? []);
  const { id, lesson, isMultiple, html } = question;
  return {
    id,
    lesson,
    isMultiple,
    description: ofHtml('div', {}, html).textContent.replace(/\s+/g, ' ').trim(),
    chosen: ids,
    right: choices.filter((choice) => choice.isRight).map((choice) => choice.id),
    isRight: isRight(question, ids),
  };
}

/** A new attempt, drawn as on the platform. */
export function newAttempt(module: DeliveredModule, progress: DeliveredProgress): DeliveredProgress {
  const ids = drawQuestions({
    pool: module.questions,
    drawSize: module.drawSize,
    previous: progress.previous.flatMap((place) => module.questions[place]?.id ?? []),
    random: Math.random,
  });
  const questions = ids.map((id) => module.questions.findIndex((question) => question.id === id));
  return { ...progress, attempt: { questions, chosen: questions.map(() => []) } };
}

/** The attempt in hand with an answer more. */
export function answerAttempt(progress: DeliveredProgress, at: number, chosen: number[]): DeliveredProgress {
  const { attempt } = progress;
  if (!attempt) return progress;
  return { ...progress, attempt: { ...attempt, chosen: attempt.chosen.with(at, chosen) } };
}

export interface FinishedAttempt {
  attempt: NonNullable<DeliveredProgress['attempt']>;
  progress: DeliveredProgress;
  /** Question by question. */
  marks: boolean[];
  score: number;
  isPassed: boolean;
}

/** Grades the attempt in hand, by the rules of the platform. */
export function finishAttempt(module: DeliveredModule, progress: DeliveredProgress): FinishedAttempt | null {
  if (!progress.attempt) return null;
  const { questions, chosen } = progress.attempt;
  const answered = questions.map((place, index) => ({
    question: { choices: openChoices(module.questions[place]!) },
    chosen: chosenIds(module, place, chosen[index] ?? []),
  }));
  const { marks, rightCount, isPassed } = gradeAttempt(answered, module.passMark);
  const score = scoreInPercent(rightCount, marks.length);
  return {
    attempt: progress.attempt,
    marks,
    score,
    isPassed,
    progress: {
      ...progress,
      attempt: null,
      previous: questions,
      bestScore: Math.max(score, progress.bestScore ?? 0),
      isPassed: progress.isPassed || isPassed,
    },
  };
}

/** The ids behind the places of choices. */
function chosenIds(module: DeliveredModule, place: number, chosen: readonly number[]): string[] {
  return chosen.flatMap((choice) => module.questions[place]?.choices[choice]?.id ?? []);
}
