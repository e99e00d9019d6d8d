import type { CompiledLesson } from '#domain/module/compiled-module.ts';
import { anchorMentions } from './anchor-mentions.ts';
import { blockHtml, isExercise, type ExerciseBlock } from './blocks/block-html.ts';
import type { Reading } from './blocks/detail.ts';
import { titleLevels, type TitleLevel } from './blocks/title-level.ts';
import { readChosen, readPath, readPlaces } from './exercise-answers.ts';
import { orderingView, type OrderingView } from './ordering-view.ts';
import { questionView, type QuestionView } from './question-view.ts';
import { situationView, type SituationView } from './situation-view.ts';
import { sortingView, type SortingView } from './sorting-view.ts';

/** A lesson cut where it answers: runs of ready HTML between exercises. */
export type LessonPart =
  | { kind: 'html'; html: string }
  | { kind: 'question'; view: QuestionView; level: TitleLevel }
  | { kind: 'situation'; view: SituationView; level: TitleLevel }
  | { kind: 'classer'; view: SortingView; level: TitleLevel }
  | { kind: 'ordonner'; view: OrderingView; level: TitleLevel };

/** @param answers the stored answers, as JSON by block id */
export function lessonParts(
  lesson: CompiledLesson,
  answers: ReadonlyMap<string, string>,
  reading: Reading = 'full',
): LessonPart[] {
  return cutParts(lesson, reading).map((part) =>
    part.kind === 'html' ? part : exercisePart(part.block, part.level, answers.get(part.block.id)),
  );
}

function exercisePart(block: ExerciseBlock, level: TitleLevel, answer: string | undefined): LessonPart {
  switch (block.kind) {
    case 'question':
      return { kind: 'question', view: questionView(block, readChosen(answer)), level };
    case 'situation':
      return { kind: 'situation', view: situationView(block, readPath(answer)), level };
    case 'classer':
      return { kind: 'classer', view: sortingView(block, readPlaces(answer)), level };
    case 'ordonner':
      return { kind: 'ordonner', view: orderingView(block, readPlaces(answer)), level };
  }
}

/** True when the lesson asks something, so that stored answers are worth looking for. */
export function hasExercises(lesson: CompiledLesson): boolean {
  return lesson.blocks.some(isExercise);
}

type CutPart = { kind: 'html'; html: string } | { kind: 'exercise'; block: ExerciseBlock; level: TitleLevel };

const cutLessons = { full: new WeakMap<CompiledLesson, CutPart[]>(), folded: new WeakMap<CompiledLesson, CutPart[]>() };

/** The same for all who read it that way and never changing, so done once for each lesson. */
function cutParts(lesson: CompiledLesson, reading: Reading): CutPart[] {
  const known = cutLessons[reading].get(lesson);
  if (known) return known;
  const parts: CutPart[] = [];
  const levels = titleLevels(lesson.blocks);
  for (const [index, block] of lesson.blocks.entries()) {
    const last = parts.at(-1);
    const level = levels[index]!;
    if (isExercise(block)) {
      parts.push({ kind: 'exercise', block, level });
      continue;
    }
    const html = passageHtml(index) + anchorMentions(blockHtml(block, level, reading));
    if (last?.kind === 'html') last.html += html;
    else parts.push({ kind: 'html', html });
  }
  cutLessons[reading].set(lesson, parts);
  return parts;
}

/** Where « Reprendre » may lead: each block but the first, which is the beginning of the lesson. Exercises have ids of their own. */
const passageHtml = (index: number) => (index === 0 ? '' : `<span id="passage-${index}"></span>`);
