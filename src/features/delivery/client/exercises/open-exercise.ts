import { findAnswer } from '#domain/delivery/answer-key.ts';
import type {
  DeliveredOrdering,
  DeliveredPractice,
  DeliveredQuestion,
  DeliveredSorting,
} from '#domain/delivery/delivered-module.ts';
import type { Choice } from '#domain/module/compiled-module.ts';
import { gradePlaces, type PlacedAnswer } from '#features/learning/placed-answer.ts';
import { questionAnswer, type QuestionAnswer } from '#features/learning/question-view.ts';
import { hash } from '../hash.ts';

/** The choices of a question with what is right among them. */
export function openChoices({ choices, key }: DeliveredPractice | DeliveredQuestion): Choice[] {
  const { places, explanations } = findAnswer(key, 2, hash);
  return choices.map((choice, at) => ({ ...choice, isRight: places[at] === 1, explanation: explanations[at] ?? '' }));
}

/** Grades a question of a lesson as the platform does. */
export function gradePractice(exercise: DeliveredPractice, chosen: readonly string[]): QuestionAnswer {
  return questionAnswer({ ...exercise, choices: openChoices(exercise) }, chosen);
}

/**
 * Grades the places given to elements as the platform does.
 * @param given by element, in the order shown
 * @returns null when an element has no place yet
 */
export function gradeElements(
  exercise: DeliveredSorting | DeliveredOrdering,
  given: readonly number[],
): PlacedAnswer | null {
  const { elements, key } = exercise;
  const count = exercise.kind === 'classer' ? exercise.groups.length : elements.length;
  const { places, explanations } = findAnswer(key, count, hash);
  const keyed = elements.map(({ id }, at) => ({ id, place: places[at]!, explanation: explanations[at] ?? '' }));
  const graded = gradePlaces(keyed, count, Object.fromEntries(elements.map(({ id }, at) => [id, given[at] ?? -1])));
  return graded.outcome === 'answered' ? graded.answer : null;
}
