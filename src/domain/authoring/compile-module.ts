import type { CompiledLesson, CompiledModule, PoolQuestion } from '#domain/module/compiled-module.ts';
import { openDrawings } from './drawings/drawing-page.ts';
import type { CompileContext, ModuleSources } from './module-sources.ts';
import { NAME_PATTERN } from './names/lesson-file-name.ts';
import { RESERVED_NAMES } from './names/reserved-names.ts';
import {
  checkDraw,
  checkGivenInPerson,
  checkHeadingLinks,
  checkPrerequisites,
  checkUnmentionedTerms,
  checkUnusedMedia,
} from './pages/check-module.ts';
import { checkLessons, measureLessons } from './pages/check-lessons.ts';
import { checkPool } from './pages/check-pool.ts';
import { compileLesson } from './pages/compile-lesson.ts';
import { compilePool } from './pages/compile-pool.ts';
import { listLessonFiles } from './pages/list-lesson-files.ts';
import { createModuleScope, type ModuleScope } from './pages/module-scope.ts';
import type { ModuleSurvey } from './pages/module-survey.ts';
import { openFile } from './pages/open-file.ts';
import { openGlossary } from './pages/open-glossary.ts';
import type { Problem } from './problem.ts';
import { reservedName, wrongModuleName } from './problems/module-problems.ts';
import type { Reporter } from './reporter.ts';
import { checkSettings } from './settings/check-settings.ts';
import { MODULE_SETTINGS_PLACE, ModuleSettings } from './settings/module-settings.ts';
import { readYaml } from './settings/read-yaml.ts';
import { checkArticles } from './statements/check-articles.ts';
import { toCompiledModule } from './to-compiled-module.ts';

export type { CompileContext, ModuleSources } from './module-sources.ts';

/** What becomes of a module's folder. */
export interface Compilation {
  /** Null as soon as a problem is an error. */
  module: CompiledModule | null;
  /** In the order of the files. */
  problems: Problem[];
  survey: ModuleSurvey;
}

/** Raised when the same sources give other blocks: stored blocks of an older compiler are rebuilt. */
export const COMPILER_VERSION = 4;

/**
 * Compiles a module's folder to blocks. Pure: the same sources give the same module, on a server, in a browser, in a
 * test, on any day. All problems come in one run.
 */
export function compileModule(sources: ModuleSources, context: CompileContext): Compilation {
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

  scope.texts.push(glossary.text);
  const lessons = compileLessons(sources, scope, problems);
  const assessment = compileEvaluation(sources, scope, problems);
  checkHeadingLinks(scope);
  checkUnusedMedia(scope, report);
  // What a lesson that cannot be read says of its sources is not known.
  if (lessons.length === scope.lessons.length) checkArticles(scope.texts, scope.citedSources);
  if (yaml && settings) {
    checkDraw(settings, assessment.written, yaml, report);
    checkPrerequisites(settings, scope, yaml, report);
    checkGivenInPerson(settings, lessonFiles, yaml, report);
  }
  const readings = measureLessons(scope);
  const survey = { statements: scope.statements, readings, reviewDays: settings?.relecture ?? null };
  const hasError = problems.some((problem) => problem.severity === 'error');
  if (!settings || hasError) return { module: null, problems: inReadingOrder(problems), survey };
  // Remarks on the whole come last: something wrong in a file may be what hides what they look for.
  checkUnmentionedTerms(scope, glossary.report);
  checkLessons(scope, lessons, readings);
  checkPool(assessment.pool, lessons, assessment.report);
  const module = toCompiledModule(sources, settings, scope.glossary, lessons, assessment.pool);
  return { module, problems: inReadingOrder(problems), survey };
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
): { pool: PoolQuestion[]; written: number; report: Reporter } {
  const { source, report } = openFile(sources, 'evaluation.mdx', problems);
  return { ...compilePool(source, scope, report), report };
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
