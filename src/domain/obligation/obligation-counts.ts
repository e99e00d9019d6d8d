import { OBLIGATION_STATES, type ObligationState } from './obligation-state.ts';

/** How many of the concerned persons are in each state; the states add up to the persons concerned. */
export type ObligationCounts = Record<ObligationState, number>;

/** Counts with nobody in them. */
export function noCounts(): ObligationCounts {
  return Object.fromEntries(OBLIGATION_STATES.map((state) => [state, 0])) as ObligationCounts;
}

/** Counts persons one by one; those not concerned (null) count nowhere. */
export function countStates(states: Iterable<ObligationState | null>): ObligationCounts {
  const counts = noCounts();
  for (const state of states) if (state !== null) counts[state] += 1;
  return counts;
}

/** Everyone designated and present. */
export function concernedIn(counts: ObligationCounts): number {
  return OBLIGATION_STATES.reduce((total, state) => total + counts[state], 0);
}

/** Those who still have it before them: neither done nor exempt. */
export function remainingIn(counts: ObligationCounts): number {
  return counts.absent + counts['in-progress'] + counts['not-started'];
}

/** (done + done elsewhere) / (concerned − exempt), from 0 to 1; null (« sans objet ») when nobody is left to count. */
export function completionRate(counts: ObligationCounts): number | null {
  const base = concernedIn(counts) - counts.exempt;
  return base === 0 ? null : (counts.done + counts['done-elsewhere']) / base;
}
