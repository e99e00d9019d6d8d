import type { PoolQuestion } from '#domain/module/compiled-module.ts';
import { compilePoolQuestion } from '../blocks/question.ts';
import { onlyQuestions } from '../problems/structure-problems.ts';
import { uselessFrontMatter } from '../problems/settings-problems.ts';
import type { Reporter } from '../reporter.ts';
import type { SourceText } from '../source-text.ts';
import { splitFrontMatter } from '../split-front-matter.ts';
import type { Child } from '../tags/build-tree.ts';
import type { ModuleScope } from './module-scope.ts';
import { openPage, type Page } from './page.ts';

/** Compiles the questions of evaluation.mdx, among which an attempt's are drawn. */
export function compilePool(
  source: SourceText,
  scope: ModuleScope,
  report: Reporter,
): { pool: PoolQuestion[]; written: number } {
  const frontMatter = splitFrontMatter(source.text);
  if (frontMatter.text !== null) report.notice(0, uselessFrontMatter());
  const bodyStart = frontMatter.isClosed ? frontMatter.bodyStart : 0;
  const page = openPage(source, bodyStart, null, scope, report);
  const questions = page.children.map((child) => compileChild(page, child));
  scope.texts.push({ lesson: null, passages: page.passages, report });
  const written = page.children.filter((child) => child.type === 'component' && child.name === 'Question').length;
  return { pool: questions.filter((question) => question !== null), written };
}

function compileChild(page: Page, child: Child): PoolQuestion | null {
  if (child.type === 'component' && child.name === 'Question') return compilePoolQuestion(page, child);
  if (child.type === 'component') {
    page.report.error(child.tag.start, onlyQuestions(child.name));
  } else {
    const leading = page.prose.slice(child.start, child.end).search(/\S/);
    page.report.error(child.start + leading, onlyQuestions(null));
  }
  return null;
}
