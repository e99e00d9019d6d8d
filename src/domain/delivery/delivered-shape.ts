import type { Hash } from './answer-key.ts';
import type { DeliveredModule, DeliveredShape } from './delivered-module.ts';

/** The shape of a module; the same lists have the same. */
export function shapeOf(
  { lessons, exercises, questions }: Pick<DeliveredModule, 'lessons' | 'exercises' | 'questions'>,
  hash: Hash,
): DeliveredShape {
  const short = (list: unknown) =>
    [...hash(JSON.stringify(list)).subarray(0, 3)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return {
    lessons: short(lessons.map(({ slug }) => slug)),
    exercises: short(exercises.map((exercise) => [exercise.id, exercise.kind, partIds(exercise)])),
    questions: short(questions.map(({ id, choices }) => [id, choices])),
  };
}

function partIds(exercise: DeliveredModule['exercises'][number]): unknown[] {
  switch (exercise.kind) {
    case 'question':
      return exercise.choices.map(({ id }) => id);
    case 'situation':
      return exercise.scenes.map(({ id, options }) => [id, options.map((option) => [option.id, option.next])]);
    case 'classer':
      return [...exercise.groups, ...exercise.elements.map(({ id }) => id)];
    case 'ordonner':
      return exercise.elements.map(({ id }) => id);
  }
}
