import { readLessonFileName, type LessonFile } from '../names/lesson-file-name.ts';
import { RESERVED_NAMES } from '../names/reserved-names.ts';
import type { Problem } from '../problem.ts';
import {
  lessonNumberGap,
  lessonNumberTwice,
  missingFile,
  noLesson,
  reservedName,
  wrongFileName,
} from '../problems/module-problems.ts';
import type { ModuleSources } from '../module-sources.ts';
import { createReporter } from '../reporter.ts';
import { createSourceText } from '../source-text.ts';

/** The files of a module beside its lessons; it may have no glossary. */
const OTHER_FILES = ['module.yaml', 'glossaire.yaml', 'evaluation.mdx'];

/** The lessons of a module in their order, by their file names; names and numbers that are wrong are noted. */
export function listLessonFiles(sources: ModuleSources, problems: Problem[]): LessonFile[] {
  const note = (path: string) => createReporter(createSourceText(`${sources.slug}/${path}`, ''), problems);
  for (const path of ['module.yaml', 'evaluation.mdx']) {
    if (!Object.hasOwn(sources.files, path)) note(path).error(0, missingFile(path));
  }
  const lessons: LessonFile[] = [];
  for (const path of Object.keys(sources.files).sort()) {
    if (OTHER_FILES.includes(path)) continue;
    const lesson = readLessonFileName(path);
    if (lesson) lessons.push(lesson);
    else note(path).error(0, wrongFileName(path));
  }
  if (lessons.length === 0) note('module.yaml').error(0, noLesson());
  for (const lesson of lessons) {
    if (RESERVED_NAMES.includes(lesson.name)) note(lesson.path).error(0, reservedName(lesson.name));
  }
  checkNumbers(lessons, (path, finding) => note(path).error(0, finding));
  return lessons;
}

function checkNumbers(lessons: LessonFile[], note: (path: string, finding: ReturnType<typeof noLesson>) => void): void {
  let previous: LessonFile | null = null;
  for (const lesson of lessons) {
    const expected = (previous?.number ?? 0) + 1;
    if (previous?.number === lesson.number)
      note(lesson.path, lessonNumberTwice(twoDigits(lesson.number), previous.path));
    else if (lesson.number !== expected)
      note(lesson.path, lessonNumberGap(twoDigits(lesson.number), twoDigits(expected)));
    previous = lesson;
  }
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
