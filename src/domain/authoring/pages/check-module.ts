import type { LessonFile } from '../names/lesson-file-name.ts';
import { nearestName } from '../names/nearest-name.ts';
import { missingHeading } from '../problems/link-problems.ts';
import { noSuchLessonInPerson, unknownPrerequisite } from '../problems/module-problems.ts';
import { unusedImage } from '../problems/prose-problems.ts';
import { poolTooSmall } from '../problems/question-problems.ts';
import { unmentionedTerm } from '../problems/settings-problems.ts';
import type { Reporter } from '../reporter.ts';
import type { ModuleSettings } from '../settings/module-settings.ts';
import type { YamlText } from '../settings/read-yaml.ts';
import type { ModuleScope } from './module-scope.ts';

/** Links to headings, which can only be followed once every lesson has been read. */
export function checkHeadingLinks(scope: ModuleScope): void {
  for (const { lesson, headingId, offset, report } of scope.headingLinks) {
    const known = scope.headingIds.get(lesson) ?? new Set();
    if (!known.has(headingId)) report.error(offset, missingHeading(headingId, [...known]));
  }
}

/** The pool must hold twice what is drawn, so that two attempts are not the same. */
export function checkDraw(settings: ModuleSettings, written: number, yaml: YamlText, report: Reporter): void {
  if (written < settings.tirage * 2) report.error(yaml.offsetOf(['tirage']), poolTooSmall(written, settings.tirage));
}

export function checkPrerequisites(
  settings: ModuleSettings,
  scope: ModuleScope,
  yaml: YamlText,
  report: Reporter,
): void {
  const others = scope.context.moduleSlugs.filter((slug) => slug !== scope.slug);
  for (const [index, slug] of settings.prerequis.entries()) {
    if (others.includes(slug)) continue;
    report.error(yaml.offsetOf(['prerequis', index]), unknownPrerequisite(slug, nearestName(slug, others)));
  }
}

export function checkGivenInPerson(
  { seance = [] }: ModuleSettings,
  lessons: readonly LessonFile[],
  yaml: YamlText,
  report: Reporter,
): void {
  for (const [index, number] of seance.entries()) {
    if (lessons.some((lesson) => lesson.number === number)) continue;
    report.error(yaml.offsetOf(['seance', index]), noSuchLessonInPerson(number));
  }
}

export function checkUnusedMedia(scope: ModuleScope, report: Reporter): void {
  for (const path of Object.keys(scope.media).sort()) {
    if (!scope.usedMedia.has(path)) report.notice(0, unusedImage(path));
  }
}

export function checkUnmentionedTerms(scope: ModuleScope, report: Reporter): void {
  for (const { id, term, offset } of scope.glossary) {
    if (!scope.mentionedTerms.has(id)) report.notice(offset, unmentionedTerm(term));
  }
}
