import type { Block, CompiledLesson } from '#domain/module/compiled-module.ts';
import { compileBlock } from '../blocks/compile-block.ts';
import type { Passage } from '../language/passage.ts';
import { passageAt } from '../language/read-passages.ts';
import type { LessonFile } from '../names/lesson-file-name.ts';
import { emptyLesson } from '../problems/prose-problems.ts';
import { missingFrontMatter, unclosedFrontMatter } from '../problems/settings-problems.ts';
import { renderRun } from '../prose/render-prose.ts';
import type { Reporter } from '../reporter.ts';
import { checkSettings } from '../settings/check-settings.ts';
import { toGlossaryEntry } from '../settings/glossary-settings.ts';
import { LESSON_SETTINGS_PLACE, LessonSettings, toLessonSources } from '../settings/lesson-settings.ts';
import { toAdvanceNotice } from '../settings/notice-settings.ts';
import { readYaml } from '../settings/read-yaml.ts';
import type { SourceText } from '../source-text.ts';
import { splitFrontMatter } from '../split-front-matter.ts';
import { placeSources } from '../statements/place-statements.ts';
import type { ModuleScope } from './module-scope.ts';
import { openPage, type Page } from './page.ts';

/** Compiles one lesson; null when its front matter is wrong. Everything wrong in it is noted in one go. */
export function compileLesson(
  source: SourceText,
  file: LessonFile,
  scope: ModuleScope,
  report: Reporter,
): CompiledLesson | null {
  const { settings, bodyStart, passages } = openSettings(source, scope, report);
  const page = openPage(source, bodyStart, file.slug, scope, report);
  if (page.children.length === 0) report.error(bodyStart, emptyLesson());
  const blocks = compileBlocks(page);
  for (const id of page.mentions.linked) scope.mentionedTerms.add(id);
  scope.headingIds.set(file.slug, new Set(page.headings.map((heading) => heading.id)));
  scope.texts.push({ lesson: file.slug, passages: [...passages, ...page.passages], report });
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

/** Reads the front matter of a lesson and notes what it states; its settings are null when something in it is wrong. */
function openSettings(
  source: SourceText,
  scope: ModuleScope,
  report: Reporter,
): { settings: LessonSettings | null; bodyStart: number; passages: Passage[] } {
  const { text, start, bodyStart, isClosed } = splitFrontMatter(source.text);
  if (!isClosed) report.error(0, unclosedFrontMatter());
  else if (text === null) report.error(0, missingFrontMatter());
  const yaml = text === null ? null : readYaml(text, start, report);
  const settings = yaml && checkSettings(yaml, LessonSettings, LESSON_SETTINGS_PLACE, report);
  const passages: Passage[] = [];
  if (yaml && settings) {
    for (const key of ['objectif', 'precision'] as const)
      passages.push(passageAt(settings[key] ?? '', yaml.offsetOf([key])));
    const sources = toLessonSources(settings);
    scope.statements.push(...placeSources(sources, source, yaml));
    scope.citedSources.push(...sources.flatMap((given) => [given.article ?? '', given.source]));
  }
  return { settings, bodyStart, passages };
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
