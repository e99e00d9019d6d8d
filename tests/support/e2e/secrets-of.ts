import type {
  CompiledModule,
  OrderingBlock,
  QuestionBlock,
  SituationBlock,
  SortingBlock,
} from '#domain/module/compiled-module.ts';
import { isExercise } from '#features/learning/blocks/block-html.ts';
import { wordsOf } from './plain-text.ts';

type Exercise = QuestionBlock | SituationBlock | SortingBlock | OrderingBlock;

export function questionsOf(module: CompiledModule): QuestionBlock[] {
  return exercisesOf(module).filter((block) => block.kind === 'question');
}

export function situationsOf(module: CompiledModule): SituationBlock[] {
  return exercisesOf(module).filter((block) => block.kind === 'situation');
}

/** The words that would tell where an element goes. */
export function placingExplanationsOf(module: CompiledModule): string[] {
  return exercisesOf(module)
    .filter((block) => block.kind === 'classer' || block.kind === 'ordonner')
    .flatMap(({ elements }) => elements.map(({ explanation }) => explanation));
}

/** The words that would tell which choice is right: one explanation per choice. */
export function explanationsOf(questions: readonly Pick<QuestionBlock, 'choices'>[]): string[] {
  return questions.flatMap(({ choices }) => choices.map(({ explanation }) => explanation));
}

/** What a case keeps to itself until a choice is made: consequences, and the scenes that lie ahead. */
export function hiddenPartsOf({ scenes }: SituationBlock): string[] {
  const consequences = scenes.flatMap(({ options }) => options.map(({ consequence }) => consequence));
  const ahead = scenes.slice(1).map(({ html }) => longestRun(html));
  return [...consequences, ...ahead];
}

/** What the lessons teach in so many words, outside their exercises: an explanation that repeats it is no secret. */
export function taughtText({ lessons }: CompiledModule): string {
  const taught = lessons.map(({ blocks, sources, glossary, objective }) => ({
    blocks: blocks.filter((block) => !isExercise(block)),
    sources,
    glossary,
    objective,
  }));
  return wordsOf(JSON.stringify(taught));
}

/** The longest stretch of text that no tag interrupts. */
function longestRun(html: string): string {
  return html
    .split(/<[^>]+>/)
    .map(wordsOf)
    .reduce((longest, run) => (run.length > longest.length ? run : longest), '');
}

function exercisesOf({ lessons }: CompiledModule): Exercise[] {
  return lessons.flatMap(({ blocks }) => blocks.filter(isExercise));
}
