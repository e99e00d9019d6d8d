import type { Block, QuestionBlock, SituationBlock } from '#domain/module/compiled-module.ts';
import { avertissementHtml } from './avertissement.ts';
import { chronologieHtml } from './chronologie.ts';
import { definitionHtml } from './definition.ts';
import { encadreHtml } from './encadre.ts';
import { mytheHtml } from './mythe.ts';
import { referenceHtml } from './reference.ts';
import { ressourceHtml } from './ressource.ts';

/** A block that only says something; questions and cases answer, so they are components. */
export type PlainBlock = Exclude<Block, QuestionBlock | SituationBlock>;

/** The HTML of a block, from its props alone. */
export function blockHtml(block: PlainBlock): string {
  switch (block.kind) {
    case 'prose':
      return block.html;
    case 'encadre':
      return encadreHtml(block);
    case 'avertissement':
      return avertissementHtml(block);
    case 'definition':
      return definitionHtml(block);
    case 'reference':
      return referenceHtml(block);
    case 'chronologie':
      return chronologieHtml(block);
    case 'mythe':
      return mytheHtml(block);
    case 'ressource':
      return ressourceHtml(block);
  }
}
