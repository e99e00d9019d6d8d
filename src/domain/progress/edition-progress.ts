import type { Instant } from '../time/instant.ts';

/** Something a person did in one edition of a module. It may arrive late, twice, or before an earlier one. */
export type LearningEvent =
  | { kind: 'begun'; at: Instant }
  | { kind: 'lesson-read'; lesson: string; at: Instant }
  | { kind: 'attempt-finished'; isPassed: boolean; at: Instant };

/** How far a person is in one edition: the first time of each thing done. It only ever grows. */
export interface EditionProgress {
  begunAt: Instant | null;
  /** By lesson, when it was first marked as read. */
  readAt: Readonly<Record<string, Instant>>;
  /** When an attempt was first passed. */
  passedAt: Instant | null;
}

export type ProgressState = 'not-started' | 'in-progress' | 'completed';

export const NO_PROGRESS: EditionProgress = { begunAt: null, readAt: {}, passedAt: null };

/** The progress with one more event; the same event again changes nothing, and the order of events does not matter. */
export function withEvent(progress: EditionProgress, event: LearningEvent): EditionProgress {
  const begun = { ...progress, begunAt: earliest(progress.begunAt, event.at) };
  switch (event.kind) {
    case 'begun':
      return begun;
    case 'lesson-read':
      return {
        ...begun,
        readAt: { ...progress.readAt, [event.lesson]: earliest(progress.readAt[event.lesson] ?? null, event.at) },
      };
    case 'attempt-finished':
      return event.isPassed ? { ...begun, passedAt: earliest(progress.passedAt, event.at) } : begun;
  }
}

/** The state that an edition with these lessons is in. */
export function progressState(progress: EditionProgress, lessons: readonly string[]): ProgressState {
  if (completionDue(progress, lessons)) return 'completed';
  return progress.begunAt === null ? 'not-started' : 'in-progress';
}

/** What gave a completion; written with it, so that a later change of the rule does not rewrite the past. */
export const COMPLETION_RULE = 'all-lessons-read-and-attempt-passed';
/** The same for a package: its items, by the rule of its version (`domain/packaging/package-completion.ts`). */
export const PACKAGE_COMPLETION_RULE = 'package';
export type CompletionRule = typeof COMPLETION_RULE | typeof PACKAGE_COMPLETION_RULE;

export interface Completion {
  rule: CompletionRule;
  /** The time of the last thing that was missing. */
  at: Instant;
}

/** The completion that this progress gives; null while a lesson is unread or no attempt is passed (DESIGN §6). */
export function completionDue(progress: EditionProgress, lessons: readonly string[]): Completion | null {
  let at = progress.passedAt;
  if (at === null || lessons.length === 0) return null;
  for (const lesson of lessons) {
    const readAt = progress.readAt[lesson];
    if (readAt === undefined) return null;
    if (readAt > at) at = readAt;
  }
  return { rule: COMPLETION_RULE, at };
}

function earliest(known: Instant | null, at: Instant): Instant {
  return known === null || at < known ? at : known;
}
