import type { Problem } from '#domain/authoring/problem.ts';
import type { Block, CompiledLesson, CompiledModule, PoolQuestion } from '#domain/module/compiled-module.ts';
import { latestDraft } from './latest-draft.ts';
import type { ModuleFolder } from './module-folder.ts';

export interface DraftLesson {
  moduleTitle: string;
  title: string;
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
  return shown && { moduleTitle: draft.module.title, ...shown, errors };
}

type Shown = Pick<CompiledLesson, 'title' | 'blocks'> & { objective: string | null };

function lessonOf(module: CompiledModule, name: string): Shown | null {
  return module.lessons.find((lesson) => lesson.slug === name) ?? null;
}

function assessmentOf({ pool, drawSize, passMark }: CompiledModule): Shown {
  const objective = `${drawSize} questions tirées parmi ${pool.length}, réussie à partir de ${passMark} %.`;
  return { title: 'Évaluation', objective, blocks: pool.map(asBlock) };
}

function asBlock({ id, html, isMultiple, choices }: PoolQuestion): Block {
  return { kind: 'question', id, html, isMultiple, choices };
}
