import type { DeliveredExercise } from '#domain/delivery/delivered-module.ts';
import type { ExercisePlace } from './exercise-place.ts';
import { orderingExercise } from './ordering-exercise.ts';
import { questionExercise } from './question-exercise.ts';
import { situationCase } from './situation-case.ts';
import { sortingExercise } from './sorting-exercise.ts';

/**
 * Puts each exercise where the page has it on paper.
 * @param answers what was answered before, by the place of each exercise
 */
export function showExercises(
  exercises: readonly DeliveredExercise[],
  answers: readonly (readonly number[])[],
  onAnswer: (exercise: number, given: number[]) => void,
): void {
  for (const [at, exercise] of exercises.entries()) {
    const paper = document.querySelector<HTMLElement>(`[data-exercise="${CSS.escape(exercise.id)}"]`);
    if (!paper) continue;
    const level = Number(paper.dataset.level);
    paper.replaceWith(shown(exercise, { level, given: answers[at] ?? [], onAnswer: (given) => onAnswer(at, given) }));
  }
}

function shown(exercise: DeliveredExercise, place: ExercisePlace): HTMLElement {
  switch (exercise.kind) {
    case 'question':
      return questionExercise(exercise, place);
    case 'classer':
      return sortingExercise(exercise, place);
    case 'ordonner':
      return orderingExercise(exercise, place);
    case 'situation':
      return situationCase(exercise, place);
  }
}
