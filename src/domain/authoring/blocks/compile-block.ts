import type { Block } from '#domain/module/compiled-module.ts';
import type { Page } from '../pages/page.ts';
import type { ComponentNode } from '../tags/build-tree.ts';
import { isBlockName, type BlockName } from '../tags/vocabulary.ts';
import { compileAvertissement } from './avertissement.ts';
import { compileChronologie } from './chronologie.ts';
import { compileClasser } from './classer.ts';
import { compileDefinition } from './definition.ts';
import { compileDetail } from './detail.ts';
import { compileEleves } from './eleves.ts';
import { compileEncadre } from './encadre.ts';
import { compileFigure } from './figure.ts';
import { compileMythe } from './mythe.ts';
import { compileOrdonner } from './ordonner.ts';
import { compileQuestion } from './question.ts';
import { compileReference } from './reference.ts';
import { compileReflexion } from './reflexion.ts';
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
  Figure: compileFigure,
  Detail: compileDetail,
  Eleves: compileEleves,
  Reflexion: compileReflexion,
  Question: compileQuestion,
  Classer: compileClasser,
  Ordonner: compileOrdonner,
  Situation: compileSituation,
};

/** Makes a component of a lesson a block; null when something in it is wrong, which has then been noted. */
export function compileBlock(page: Page, node: ComponentNode): Block | null {
  return isBlockName(node.name) ? COMPILERS[node.name](page, node) : null;
}
