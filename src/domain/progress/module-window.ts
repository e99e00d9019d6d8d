import { isWithin, type CivilDate } from '../time/civil-date.ts';

/** The first day of the window of whoever was never asked to do a module again. */
export const FIRST_WINDOW = '0001-01-01' as CivilDate;

/** The days in which what a person does in an edition of a module answers the same asking: [from, to), for ever without a `to`. */
export interface ModuleWindow {
  from: CivilDate;
  to: CivilDate | null;
}

/** A programme that counts only what is done from a day on, for a person whom it concerns. */
export interface Asking {
  countsFrom: CivilDate;
}

/** What opens the windows of one person for one edition. */
export interface WindowFacts {
  /** By the programmes that ask for the module, when they count from a day on. */
  asks: readonly Asking[];
  /** The first days of the windows that were begun: they stay, whatever is asked later. */
  begun: readonly CivilDate[];
  /** The days from which its completions count, but those that were withdrawn. */
  completions: readonly CivilDate[];
}

/**
 * The window that a day lies in. A new one opens on the day a programme counts from, or on which one was begun, if the edition
 * was completed in the window before: what is not completed goes on, so that nobody loses work to a calendar, and its
 * completion answers both. Without a later asking, everything is one window.
 */
export function moduleWindow(facts: WindowFacts, day: CivilDate): ModuleWindow {
  const firstDays = [...facts.asks.map(({ countsFrom }) => countsFrom), ...facts.begun].sort();
  let from = FIRST_WINDOW;
  for (const next of firstDays) {
    if (!facts.completions.some((completion) => isWithin(completion, from, next))) continue;
    if (next > day) return { from, to: next };
    from = next;
  }
  return { from, to: null };
}

/** True when the day is of that window. */
export function isOfWindow({ from, to }: ModuleWindow, day: CivilDate): boolean {
  return isWithin(day, from, to);
}

/**
 * Those who ask, on that day, for a module that was done before they count: it is to be done again. None as long as it was never
 * done: then it is asked for the first time.
 * @param completions the days from which those of the module count, in editions that count
 */
export function askingAgain<Ask extends Asking>(
  asks: readonly Ask[],
  completions: readonly CivilDate[],
  day: CivilDate,
): Ask[] {
  if (completions.length === 0) return [];
  return asks.filter(({ countsFrom }) => countsFrom <= day && completions.every((on) => on < countsFrom));
}
