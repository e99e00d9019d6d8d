import type { EditionProgress } from './edition-progress.ts';

export type NextStep =
  | { step: 'begin' }
  | { step: 'lesson'; lesson: string }
  | { step: 'assessment' }
  /** Everything is done: what remains is to write it down, or nothing. */
  | { step: 'none' };

/**
 * Where « Reprendre » leads: the lesson where the person left, the next unread one when it is read, then the assessment.
 * @param place the lesson last visited
 */
export function nextStep(progress: EditionProgress, lessons: readonly string[], place: string | null): NextStep {
  if (progress.begunAt === null) return { step: 'begin' };
  const lesson = nextUnread(progress, lessons, place);
  if (lesson !== null) return { step: 'lesson', lesson };
  return progress.passedAt === null ? { step: 'assessment' } : { step: 'none' };
}

/** The first unread lesson from `place` on, then from the beginning. */
function nextUnread(progress: EditionProgress, lessons: readonly string[], place: string | null): string | null {
  const from = Math.max(0, place === null ? 0 : lessons.indexOf(place));
  const inOrder = [...lessons.slice(from), ...lessons.slice(0, from)];
  return inOrder.find((lesson) => !(lesson in progress.readAt)) ?? null;
}
