import { hideAnswer, type Answer, type AnswerKey } from '#domain/delivery/answer-key.ts';
import type { DeliveredExercise, DeliveredQuestion } from '#domain/delivery/delivered-module.ts';
import type { Choice, CompiledLesson, PoolQuestion } from '#domain/module/compiled-module.ts';
import { isExercise, type ExerciseBlock } from '#features/learning/blocks/block-html.ts';
import { inShownOrder } from '#features/learning/ordering-view.ts';
import { hash } from './hash.ts';

/**
 * The questions of the assessment without their answers in clear. Whoever tries every place finds them all the same: a package
 * that corrects without a server has its answers in it.
 */
export function deliveredQuestions(pool: readonly PoolQuestion[], versionId: string): DeliveredQuestion[] {
  return pool.map(({ id, lesson, html, isMultiple, choices }) => ({
    id,
    lesson,
    html,
    isMultiple,
    choices: choices.map(({ id, html }) => ({ id, html })),
    key: hidden(choiceAnswer(choices), versionId, `evaluation\n${id}`),
  }));
}

/** The exercises of the lessons, in their order and alike. */
export function deliveredExercises(lessons: readonly CompiledLesson[], versionId: string): DeliveredExercise[] {
  return lessons.flatMap(({ blocks }) => blocks.filter(isExercise)).map((block) => deliveredExercise(block, versionId));
}

function deliveredExercise(block: ExerciseBlock, versionId: string): DeliveredExercise {
  switch (block.kind) {
    case 'situation':
      return block;
    case 'question': {
      const { kind, id, html, isMultiple, choices } = block;
      const key = hidden(choiceAnswer(choices), versionId, id);
      return { kind, id, html, isMultiple, choices: choices.map(({ id, html }) => ({ id, html })), key };
    }
    case 'classer': {
      const { kind, id, title, html, groups, elements } = block;
      const places = elements.map(({ group }) => group);
      const key = hidden({ places, explanations: explanationsOf(elements) }, versionId, id);
      return { kind, id, title, html, groups, elements: elements.map(({ id, html }) => ({ id, html })), key };
    }
    case 'ordonner': {
      const { kind, id, title, html } = block;
      const elements = inShownOrder(block);
      const places = elements.map((element) => block.elements.indexOf(element));
      const key = hidden({ places, explanations: explanationsOf(elements) }, versionId, id);
      return { kind, id, title, html, elements: elements.map(({ id, html }) => ({ id, html })), key };
    }
  }
}

function choiceAnswer(choices: readonly Choice[]): Answer {
  return { places: choices.map(({ isRight }) => Number(isRight)), explanations: explanationsOf(choices) };
}

function explanationsOf(parts: readonly { explanation: string }[]): string[] {
  return parts.map(({ explanation }) => explanation);
}

/** The salt is from the version, so that the same version makes the same package. */
function hidden(answer: Answer, versionId: string, name: string): AnswerKey {
  return hideAnswer(
    answer,
    Buffer.from(hash(`${versionId}\n${name}`))
      .toString('hex')
      .slice(0, 16),
    hash,
  );
}
