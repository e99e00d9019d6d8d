import type { CompiledLesson } from '#domain/module/compiled-module.ts';
import { anchorMentions } from './anchor-mentions.ts';
import { blockHtml, isExercise, type ExerciseBlock, type PlainBlock } from './blocks/block-html.ts';
import type { Reading } from './blocks/detail.ts';
import { readChosen, readPath, readPlaces } from './exercise-answers.ts';
import { orderingView, type OrderingView } from './ordering-view.ts';
import { questionView, type QuestionView } from './question-view.ts';
import { situationView, type SituationView } from './situation-view.ts';
import { sortingView, type SortingView } from './sorting-view.ts';

/** A lesson cut where it answers: runs of ready HTML between exercises. */
export type LessonPart =
  | { kind: 'html'; html: string }
  | { kind: 'question'; view: QuestionView }
  | { kind: 'situation'; view: SituationView }
  | { kind: 'classer'; view: SortingView }
  | { kind: 'ordonner'; view: OrderingView };

/** @param answers the stored answers, as JSON by block id */
export function lessonParts(
  lesson: CompiledLesson,
  answers: ReadonlyMap<string, string>,
  reading: Reading = 'full',
): LessonPart[] {
  return cutParts(lesson, reading).map((part) => {
    switch (part.kind) {
      case 'html':
        return part;
      case 'question':
        return { kind: 'question', view: questionView(part, readChosen(answers.get(part.id))) };
      case 'situation':
        return { kind: 'situation', view: situationView(part, readPath(answers.get(part.id))) };
      case 'classer':
        return { kind: 'classer', view: sortingView(part, readPlaces(answers.get(part.id))) };
      case 'ordonner':
        return { kind: 'ordonner', view: orderingView(part, readPlaces(answers.get(part.id))) };
    }
  });
}

/** True when the lesson asks something, so that stored answers are worth looking for. */
export function hasExercises(lesson: CompiledLesson): boolean {
  return lesson.blocks.some(isExercise);
}

type CutPart = { kind: 'html'; html: string } | ExerciseBlock;

const cutLessons = { full: new WeakMap<CompiledLesson, CutPart[]>(), folded: new WeakMap<CompiledLesson, CutPart[]>() };

/** The same for all who read it that way and never changing, so done once for each lesson. */
function cutParts(lesson: CompiledLesson, reading: Reading): CutPart[] {
  const known = cutLessons[reading].get(lesson);
  if (known) return known;
  const parts: CutPart[] = [];
  for (const [index, block] of lesson.blocks.entries()) {
    const last = parts.at(-1);
    if (isExercise(block)) parts.push(block);
    else if (last?.kind === 'html') last.html += passageHtml(index) + htmlOf(block, reading);
    else parts.push({ kind: 'html', html: passageHtml(index) + htmlOf(block, reading) });
  }
  cutLessons[reading].set(lesson, parts);
  return parts;
}

/** Where « Reprendre » may lead: each block but the first, which is the beginning of the lesson. Exercises have ids of their own. */
const passageHtml = (index: number) => (index === 0 ? '' : `<span id="passage-${index}"></span>`);

const htmlOf = (block: PlainBlock, reading: Reading) => anchorMentions(blockHtml(block, reading));
