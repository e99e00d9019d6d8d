import type { CivilDate } from '../time/civil-date.ts';
import type { ObligationState } from './obligation-state.ts';

/**
 * Late is how a state is shown, never a state of its own (DESIGN §7): the deadline's own day has passed and the person still
 * could do it. Somebody absent is not late: their absence is the answer to why.
 */
export function isLate(state: ObligationState, date: CivilDate, deadline: CivilDate): boolean {
  return date > deadline && (state === 'in-progress' || state === 'not-started');
}
