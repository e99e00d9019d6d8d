import { checkReview } from '#domain/authoring/statements/check-review.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { compileFolder, type CompiledFolder } from './compile-folder.ts';
import type { ModuleFolder } from './module-folder.ts';

/** Compiles a folder that is being written, and checks on a day that what it states has been read again in time. */
export function checkFolder(folder: ModuleFolder, today: CivilDate): CompiledFolder {
  const compiled = compileFolder(folder);
  const dated = checkReview(compiled.survey, today);
  if (dated.length === 0) return compiled;
  return { ...compiled, module: null, problems: [...compiled.problems, ...dated] };
}
