import fc from 'fast-check';
import type { DeliveredExercise, DeliveredModule } from '#domain/delivery/delivered-module.ts';
import type { DeliveredProgress } from '#domain/delivery/delivered-progress.ts';

/** In characters, of `cmi.suspend_data` (SCORM 1.2 RTE 3.4.4). */
export const MOST_KEPT = 4096;

/** Whatever somebody may have done in a module. */
export function anyProgress({ lessons, exercises, questions }: DeliveredModule): fc.Arbitrary<DeliveredProgress> {
  const attempt = fc.subarray([...questions.keys()], { minLength: 1 }).chain((asked) =>
    fc.record({
      questions: fc.constant(asked),
      chosen: fc.tuple(...asked.map((place) => fc.subarray([...questions[place]!.choices.keys()]))),
    }),
  );
  return fc.record({
    read: fc.subarray([...lessons.keys()]),
    answers: fc.tuple(...exercises.map((exercise) => fc.option(anyAnswer(exercise), { nil: [] }))),
    attempt: fc.option(attempt),
    previous: fc.subarray([...questions.keys()]),
    bestScore: fc.option(fc.nat(100)),
    isPassed: fc.boolean(),
  });
}

function anyAnswer(exercise: DeliveredExercise): fc.Arbitrary<number[]> {
  switch (exercise.kind) {
    case 'question':
      return fc.subarray([...exercise.choices.keys()]);
    case 'classer':
      return fc.tuple(...exercise.elements.map(() => fc.nat(exercise.groups.length - 1)));
    case 'ordonner':
      return fc.tuple(...exercise.elements.map(() => fc.nat(exercise.elements.length - 1)));
    case 'situation':
      return fc.array(fc.nat(longest(exercise.scenes.map(({ options }) => options)) - 1), {
        maxLength: exercise.scenes.length,
      });
  }
}

/** Everything done that can be done, and an attempt that asks every question and ticks every choice. */
export function mostProgress({ lessons, exercises, questions }: DeliveredModule): DeliveredProgress {
  return {
    read: [...lessons.keys()],
    answers: exercises.map((exercise) => {
      if (exercise.kind === 'situation') return exercise.scenes.map(() => 9);
      return [...(exercise.kind === 'question' ? exercise.choices : exercise.elements).keys()];
    }),
    attempt: {
      questions: [...questions.keys()],
      chosen: questions.map(({ choices }) => [...choices.keys()]),
    },
    previous: [...questions.keys()],
    bestScore: 100,
    isPassed: true,
  };
}

function longest(lists: readonly (readonly unknown[])[]): number {
  return Math.max(1, ...lists.map(({ length }) => length));
}
