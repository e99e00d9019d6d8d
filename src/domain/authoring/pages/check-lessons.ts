import type { CompiledLesson } from '#domain/module/compiled-module.ts';
import { checkReading, checkSentences } from '../language/check-writing.ts';
import { measureReading } from '../language/measure-reading.ts';
import { noKeyPoints } from '../problems/writing-problems.ts';
import type { ModuleScope } from './module-scope.ts';
import type { ModuleSurvey } from './module-survey.ts';

/** How each lesson reads, in the order of the module. */
export function measureLessons({ texts }: ModuleScope): ModuleSurvey['readings'] {
  return texts.flatMap(({ lesson, passages }) =>
    lesson === null ? [] : [{ lesson, reading: measureReading(passages) }],
  );
}

/** Notes what makes sound lessons, and the questions on them, harder to read or to keep in mind. */
export function checkLessons(
  scope: ModuleScope,
  lessons: readonly CompiledLesson[],
  readings: ModuleSurvey['readings'],
): void {
  for (const { lesson: slug, passages, report } of scope.texts) {
    checkSentences(passages, report);
    const lesson = lessons.find((candidate) => candidate.slug === slug);
    if (!lesson) continue;
    const measured = readings.find((candidate) => candidate.lesson === slug);
    if (measured) checkReading(measured.reading, report);
    if (!lesson.blocks.some((block) => block.kind === 'encadre' && block.tone === 'retenir')) {
      report.notice(0, noKeyPoints());
    }
  }
}
