import type { CompiledLesson, CompiledModule, PoolQuestion } from '#domain/module/compiled-module.ts';
import { openDrawings } from './drawings/drawing-page.ts';
import type { CompileContext, ModuleSources } from './module-sources.ts';
import { NAME_PATTERN } from './names/lesson-file-name.ts';
import { RESERVED_NAMES } from './names/reserved-names.ts';
import {
  checkDraw,
  checkHeadingLinks,
  checkPrerequisites,
  checkUnmentionedTerms,
  checkUnusedMedia,
} from './pages/check-module.ts';
import { compileLesson } from './pages/compile-lesson.ts';
import { compilePool } from './pages/compile-pool.ts';
import { listLessonFiles } from './pages/list-lesson-files.ts';
import { createModuleScope, type ModuleScope } from './pages/module-scope.ts';
import { openFile } from './pages/open-file.ts';
import { openGlossary } from './pages/open-glossary.ts';
import type { Problem } from './problem.ts';
import { reservedName, wrongModuleName } from './problems/module-problems.ts';
import { checkSettings } from './settings/check-settings.ts';
import { MODULE_SETTINGS_PLACE, ModuleSettings } from './settings/module-settings.ts';
import { readYaml } from './settings/read-yaml.ts';
import { toCompiledModule } from './to-compiled-module.ts';

export type { CompileContext, ModuleSources } from './module-sources.ts';

/** Raised when the same sources give other blocks: stored blocks of an older compiler are rebuilt. */
export const COMPILER_VERSION = 2;

/**
 * Compiles a module's folder to blocks. Pure: the same sources give the same module, on a server, in a browser, in a
 * test. All problems come in one run, in the order of the files; the module is null as soon as one is an error.
 */
export function compileModule(
  sources: ModuleSources,
  context: CompileContext,
): { module: CompiledModule | null; problems: Problem[] } {
  const problems: Problem[] = [];
  const { source, report, isReadable } = openFile(sources, 'module.yaml', problems);
  if (RESERVED_NAMES.includes(sources.slug)) report.error(0, reservedName(sources.slug));
  else if (!NAME_PATTERN.test(sources.slug)) report.error(0, wrongModuleName(sources.slug));
  const lessonFiles = listLessonFiles(sources, problems);
  const yaml = isReadable ? readYaml(source.text, 0, report) : null;
  const settings = yaml && checkSettings(yaml, ModuleSettings, MODULE_SETTINGS_PLACE, report);
  const glossary = openGlossary(sources, problems);
  const scope = createModuleScope(sources, context, {
    code: settings?.code ?? 'm0',
    lessons: lessonFiles,
    drawings: openDrawings(sources, problems),
    glossary: glossary.terms,
  });

  const lessons = compileLessons(sources, scope, problems);
  const { pool, written } = compileEvaluation(sources, scope, problems);
  checkHeadingLinks(scope);
  checkUnusedMedia(scope, report);
  if (yaml && settings) {
    checkDraw(settings, written, yaml, report);
    checkPrerequisites(settings, scope, yaml, report);
  }
  const hasError = problems.some((problem) => problem.severity === 'error');
  // What is wrong in a lesson may be what hides a mention.
  if (!hasError) checkUnmentionedTerms(scope, glossary.report);
  const module = settings && !hasError ? toCompiledModule(sources, settings, scope.glossary, lessons, pool) : null;
  return { module, problems: inReadingOrder(problems) };
}

function compileLessons(sources: ModuleSources, scope: ModuleScope, problems: Problem[]): CompiledLesson[] {
  const lessons: CompiledLesson[] = [];
  for (const file of scope.lessons) {
    const { source, report, isReadable } = openFile(sources, file.path, problems);
    const lesson = isReadable ? compileLesson(source, file, scope, report) : null;
    if (lesson) lessons.push(lesson);
  }
  return lessons;
}

function compileEvaluation(
  sources: ModuleSources,
  scope: ModuleScope,
  problems: Problem[],
): { pool: PoolQuestion[]; written: number } {
  const { source, report } = openFile(sources, 'evaluation.mdx', problems);
  return compilePool(source, scope, report);
}

function inReadingOrder(problems: Problem[]): Problem[] {
  const rank = (file: string) => (file.endsWith('/module.yaml') ? 0 : file.endsWith('/evaluation.mdx') ? 2 : 1);
  return problems.toSorted(
    (one, other) =>
      rank(one.file) - rank(other.file) ||
      (one.file < other.file ? -1 : one.file > other.file ? 1 : 0) ||
      one.line - other.line ||
      one.column - other.column,
  );
}
