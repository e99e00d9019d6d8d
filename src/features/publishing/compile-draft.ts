import type { ModuleSurvey } from '#domain/authoring/pages/module-survey.ts';
import type { Problem } from '#domain/authoring/problem.ts';
import type { CompiledModule } from '#domain/module/compiled-module.ts';
import { compileFolder } from './compile-folder.ts';
import type { ModuleFolder } from './module-folder.ts';
import { standInFor } from './stand-ins.ts';

/** A module that is being written. */
export interface Draft {
  /** With stand-ins for the files that have errors; null when that is not enough to read the others. */
  module: CompiledModule | null;
  /** What is wrong with the folder as it is. */
  problems: readonly Problem[];
  survey: ModuleSurvey;
  /** True when `module.yaml` could be used. */
  hasOwnSettings: boolean;
}

/** Compiles a folder so that an error in one file does not hide the others. */
export function compileDraft(folder: ModuleFolder): Draft {
  const compiled = compileFolder(folder);
  const files = { ...folder.files };
  let { module, problems } = compiled;
  // Emptying a lesson may break a link that leads into it, so this goes on while there is something to replace.
  while (!module) {
    const paths = pathsToReplace(folder.slug, problems, files);
    if (paths.length === 0) break;
    for (const path of paths) files[path] = standInFor(path, files);
    ({ module, problems } = compileFolder({ ...folder, files }));
  }
  const hasOwnSettings = module !== null && files['module.yaml'] === folder.files['module.yaml'];
  return { module, problems: compiled.problems, survey: compiled.survey, hasOwnSettings };
}

function pathsToReplace(slug: string, problems: readonly Problem[], files: Record<string, string>): string[] {
  const isStandIn = (path: string) => files[path] === standInFor(path, files);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const paths = new Set(errors.map(({ file }) => file.slice(slug.length + 1)));
  // Settings that only ask for more questions than are written yet can be kept.
  if (paths.has('module.yaml') && !isStandIn('evaluation.mdx')) {
    paths.delete('module.yaml');
    paths.add('evaluation.mdx');
  }
  return [...paths].filter((path) => !isStandIn(path));
}
