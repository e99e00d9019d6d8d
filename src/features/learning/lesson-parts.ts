import type { Block, CompiledLesson } from '#domain/module/compiled-module.ts';
import { blockHtml } from './blocks/block-html.ts';
import { readChosen, readPath } from './exercise-answers.ts';
import { questionView, type QuestionView } from './question-view.ts';
import { situationView, type SituationView } from './situation-view.ts';

/** A lesson cut where it answers: runs of ready HTML between exercises. */
export type LessonPart =
  | { kind: 'html'; html: string }
  | { kind: 'question'; view: QuestionView }
  | { kind: 'situation'; view: SituationView };

/** @param answers the stored answers, as JSON by block id */
export function lessonParts(lesson: CompiledLesson, answers: ReadonlyMap<string, string>): LessonPart[] {
  return cutParts(lesson).map((part) => {
    switch (part.kind) {
      case 'html':
        return part;
      case 'question':
        return { kind: 'question', view: questionView(part, readChosen(answers.get(part.id))) };
      case 'situation':
        return { kind: 'situation', view: situationView(part, readPath(answers.get(part.id))) };
    }
  });
}

/** True when the lesson asks something, so that stored answers are worth looking for. */
export function hasExercises(lesson: CompiledLesson): boolean {
  return cutParts(lesson).some((part) => part.kind !== 'html');
}

type CutPart = { kind: 'html'; html: string } | Extract<Block, { kind: 'question' | 'situation' }>;

const cutLessons = new WeakMap<CompiledLesson, CutPart[]>();

/** The same for everyone and never changing, so done once for each lesson. */
function cutParts(lesson: CompiledLesson): CutPart[] {
  const known = cutLessons.get(lesson);
  if (known) return known;
  const parts: CutPart[] = [];
  for (const block of lesson.blocks) {
    const last = parts.at(-1);
    if (block.kind === 'question' || block.kind === 'situation') parts.push(block);
    else if (last?.kind === 'html') last.html += blockHtml(block);
    else parts.push({ kind: 'html', html: blockHtml(block) });
  }
  cutLessons.set(lesson, parts);
  return parts;
}
