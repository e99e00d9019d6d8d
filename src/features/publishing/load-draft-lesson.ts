import type { Problem } from '#domain/authoring/problem.ts';
import type { Block, CompiledModule, PoolQuestion } from '#domain/module/compiled-module.ts';
import { latestDraft } from './latest-draft.ts';
import type { ModuleFolder } from './module-folder.ts';

export interface DraftLesson {
  /** Null as long as the settings of the module have errors. */
  moduleCode: string | null;
  moduleTitle: string;
  title: string;
  /** Null for the assessment. */
  number: number | null;
  objective: string | null;
  blocks: Block[];
  /** Errors of this file. */
  errors: Problem[];
}

/** The name under which the assessment is previewed. */
export const ASSESSMENT = 'evaluation';

/** A lesson of content/, or the assessment, as it would be published now; null when it cannot be shown. */
export function loadDraftLesson(
  folders: readonly ModuleFolder[],
  { slug, lesson: name }: { slug: string; lesson: string },
): DraftLesson | null {
  const folder = folders.find((candidate) => candidate.slug === slug);
  const draft = folder && latestDraft(folder);
  if (!draft?.module) return null;
  const shown = name === ASSESSMENT ? assessmentOf(draft.module) : lessonOf(draft.module, name);
  const errors = draft.problems.filter(({ severity, file }) => severity === 'error' && file === `${slug}/${name}.mdx`);
  if (!shown) return null;
  const { title, number, objective, blocks } = shown;
  const moduleCode = draft.hasOwnSettings ? draft.module.code : null;
  return { moduleCode, moduleTitle: draft.module.title, title, number, objective, blocks, errors };
}

type Shown = Pick<DraftLesson, 'title' | 'number' | 'objective' | 'blocks'>;

function lessonOf(module: CompiledModule, name: string): Shown | null {
  return module.lessons.find((lesson) => lesson.slug === name) ?? null;
}

function assessmentOf({ pool, drawSize, passMark }: CompiledModule): Shown {
  const objective = `${drawSize} questions tirées parmi ${pool.length}, réussie à partir de ${passMark} %.`;
  return { title: 'Évaluation', number: null, objective, blocks: pool.map(asBlock) };
}

function asBlock({ id, html, isMultiple, choices }: PoolQuestion): Block {
  return { kind: 'question', id, html, isMultiple, choices };
}
