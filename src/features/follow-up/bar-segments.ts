import { OBLIGATION_STATES, type ObligationState } from '#domain/obligation/obligation-state.ts';
import type { ObligationCounts } from '#domain/obligation/obligation-counts.ts';

/** From what is done to what has not begun; the exempt are outside the rate, so outside the bar. */
const BAR_ORDER: readonly ObligationState[] = ['done', 'done-elsewhere', 'in-progress', 'absent', 'not-started'];

/** A stretch of the bar, in percent of its length. */
export interface BarSegment {
  state: ObligationState;
  start: number;
  length: number;
}

/** The stretches of a bar that stands for the concerned, exempt left out; those with nobody are not there. */
export function barSegments(counts: ObligationCounts): BarSegment[] {
  const whole = BAR_ORDER.reduce((total, state) => total + counts[state], 0);
  let start = 0;
  return BAR_ORDER.filter((state) => counts[state] > 0).map((state) => {
    const segment = { state, start, length: (counts[state] / whole) * 100 };
    start += segment.length;
    return segment;
  });
}

/** The states as a legend lists them: those of the bar, then the exempt. */
export const LEGEND_ORDER: readonly ObligationState[] = [
  ...BAR_ORDER,
  ...OBLIGATION_STATES.filter((state) => !BAR_ORDER.includes(state)),
];
