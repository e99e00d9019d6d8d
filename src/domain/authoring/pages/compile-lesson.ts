import type { Block, CompiledLesson } from '#domain/module/compiled-module.ts';
import { compileBlock } from '../blocks/compile-block.ts';
import type { LessonFile } from '../names/lesson-file-name.ts';
import { emptyLesson } from '../problems/prose-problems.ts';
import { missingFrontMatter, unclosedFrontMatter } from '../problems/settings-problems.ts';
import { renderRun } from '../prose/render-prose.ts';
import type { Reporter } from '../reporter.ts';
import { checkSettings } from '../settings/check-settings.ts';
import { LESSON_SETTINGS_PLACE, LessonSettings, toLessonSources } from '../settings/lesson-settings.ts';
import { toAdvanceNotice } from '../settings/notice-settings.ts';
import { readYaml } from '../settings/read-yaml.ts';
import { toGlossaryEntry } from '../settings/glossary-settings.ts';
import type { SourceText } from '../source-text.ts';
import { splitFrontMatter, type FrontMatter } from '../split-front-matter.ts';
import type { ModuleScope } from './module-scope.ts';
import { openPage, type Page } from './page.ts';

/** Compiles one lesson; null when its front matter is wrong. Everything wrong in it is noted in one go. */
export function compileLesson(
  source: SourceText,
  file: LessonFile,
  scope: ModuleScope,
  report: Reporter,
): CompiledLesson | null {
  const frontMatter = splitFrontMatter(source.text);
  const settings = readSettings(frontMatter, report);
  const page = openPage(source, frontMatter.bodyStart, file.slug, scope, report);
  if (page.children.length === 0) report.error(frontMatter.bodyStart, emptyLesson());
  const blocks = compileBlocks(page);
  for (const id of page.mentions.linked) scope.mentionedTerms.add(id);
  scope.headingIds.set(file.slug, new Set(page.headings.map((heading) => heading.id)));
  return (
    settings && {
      slug: file.slug,
      number: file.number,
      title: settings.titre,
      objective: settings.objectif,
      minutes: settings.duree,
      notice: toAdvanceNotice(settings),
      sources: toLessonSources(settings),
      glossary: scope.glossary.filter(({ id }) => page.mentions.linked.has(id)).map(toGlossaryEntry),
      headings: page.headings,
      blocks,
    }
  );
}

function readSettings(frontMatter: FrontMatter, report: Reporter): LessonSettings | null {
  if (!frontMatter.isClosed) report.error(0, unclosedFrontMatter());
  else if (frontMatter.text === null) report.error(0, missingFrontMatter());
  if (frontMatter.text === null) return null;
  const yaml = readYaml(frontMatter.text, frontMatter.start, report);
  return yaml && checkSettings(yaml, LessonSettings, LESSON_SETTINGS_PLACE, report);
}

function compileBlocks(page: Page): Block[] {
  const blocks: Block[] = [];
  for (const child of page.children) {
    const block =
      child.type === 'prose' ? { kind: 'prose' as const, html: renderRun(page, child) } : compileBlock(page, child);
    if (block) blocks.push(block);
  }
  return blocks;
}
