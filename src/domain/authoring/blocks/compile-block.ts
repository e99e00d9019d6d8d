import type { Block } from '#domain/module/compiled-module.ts';
import type { Page } from '../pages/page.ts';
import type { ComponentNode } from '../tags/build-tree.ts';
import { isBlockName, type BlockName } from '../tags/vocabulary.ts';
import { compileAvertissement } from './avertissement.ts';
import { compileChronologie } from './chronologie.ts';
import { compileDefinition } from './definition.ts';
import { compileEncadre } from './encadre.ts';
import { compileMythe } from './mythe.ts';
import { compileQuestion } from './question.ts';
import { compileReference } from './reference.ts';
import { compileRessource } from './ressource.ts';
import { compileSituation } from './situation.ts';

const COMPILERS: Record<BlockName, (page: Page, node: ComponentNode) => Block | null> = {
  Encadre: compileEncadre,
  Avertissement: compileAvertissement,
  Definition: compileDefinition,
  Reference: compileReference,
  Chronologie: compileChronologie,
  Mythe: compileMythe,
  Ressource: compileRessource,
  Question: compileQuestion,
  Situation: compileSituation,
};

/** Makes a component of a lesson a block; null when something in it is wrong, which has then been noted. */
export function compileBlock(page: Page, node: ComponentNode): Block | null {
  return isBlockName(node.name) ? COMPILERS[node.name](page, node) : null;
}
