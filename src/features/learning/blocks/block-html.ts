import type {
  Block,
  OrderingBlock,
  QuestionBlock,
  SituationBlock,
  SortingBlock,
} from '#domain/module/compiled-module.ts';
import { avertissementHtml } from './avertissement.ts';
import { chronologieHtml } from './chronologie.ts';
import { definitionHtml } from './definition.ts';
import { detailHtml, type Reading } from './detail.ts';
import { elevesHtml } from './eleves.ts';
import { encadreHtml } from './encadre.ts';
import { figureHtml } from './figure.ts';
import { mytheHtml } from './mythe.ts';
import { referenceHtml } from './reference.ts';
import { reflexionHtml } from './reflexion.ts';
import { ressourceHtml } from './ressource.ts';
import type { TitleLevel } from './title-level.ts';

/** A block that answers: a component of its own, whose key stays on the server. */
export type ExerciseBlock = QuestionBlock | SituationBlock | SortingBlock | OrderingBlock;

/** A block that only says something. */
export type PlainBlock = Exclude<Block, ExerciseBlock>;

export function isExercise(block: Block): block is ExerciseBlock {
  return EXERCISES.has(block.kind);
}

const EXERCISES: ReadonlySet<Block['kind']> = new Set(['question', 'situation', 'classer', 'ordonner']);

/** The HTML of a block, from its props, where it stands and the way it is read. */
export function blockHtml(block: PlainBlock, level: TitleLevel, reading: Reading = 'full'): string {
  switch (block.kind) {
    case 'prose':
      return block.html;
    case 'encadre':
      return encadreHtml(block, level);
    case 'avertissement':
      return avertissementHtml(block, level);
    case 'definition':
      return definitionHtml(block);
    case 'reference':
      return referenceHtml(block, level);
    case 'chronologie':
      return chronologieHtml(block, level);
    case 'mythe':
      return mytheHtml(block);
    case 'ressource':
      return ressourceHtml(block, level);
    case 'figure':
      return figureHtml(block);
    case 'detail':
      return detailHtml(block, level, reading);
    case 'eleves':
      return elevesHtml(block, level);
    case 'reflexion':
      return reflexionHtml(block, level);
  }
}
