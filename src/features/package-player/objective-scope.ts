import type { Organization } from '#domain/packaging/manifest.ts';
import { FIRST_WINDOW } from '#domain/progress/module-window.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';

export interface ScopedAttempt {
  attemptId: string;
  /** The first day of the window it was opened in. */
  windowFrom: CivilDate;
}

/**
 * Where the global objectives of an attempt are kept: its own, or its person's for all packages, in a window. What was mastered
 * for an earlier asking would let a package that is to be done again skip what it asks.
 */
export function objectiveScope(
  { attemptId, windowFrom }: ScopedAttempt,
  { objectivesGlobalToSystem }: Pick<Organization, 'objectivesGlobalToSystem'>,
): string {
  if (!objectivesGlobalToSystem) return attemptId;
  return windowFrom === FIRST_WINDOW ? '' : windowFrom;
}
