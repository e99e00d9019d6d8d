import { addDays, daysBetween, type CivilDate } from '../time/civil-date.ts';

const DAYS_IN_WEEK = 7;
/** The pace is read over four weeks: long enough for a week of leave not to matter, short enough to follow a change. */
export const PACE_WINDOW_IN_DAYS = 28;

export interface Projection {
  /** Days from today to the deadline's own day, 0 on it; negative when it has passed. */
  daysLeft: number;
  /** Persons to be trained each week until the deadline; null when less than a week is left, or when it has passed. */
  neededPerWeek: number | null;
  /** Persons trained each week over the last 28 days. */
  pacePerWeek: number;
  /** Whole days until the last one would be done at that pace, rounded up; null without a pace. */
  daysToGo: number | null;
  /** The day the last one would be done at that pace; null without a pace, or beyond ten years. Today when nobody remains. */
  projectedOn: CivilDate | null;
}

/**
 * Compares what remains with the pace: today + remaining / pace.
 * @param today the day of the report
 * @param deadline the last day to be done
 * @param remaining persons still to be trained
 * @param doneInWindow persons done in the last 28 days, today included
 */
export function projectCompletion(
  today: CivilDate,
  deadline: CivilDate,
  remaining: number,
  doneInWindow: number,
): Projection {
  const daysLeft = daysBetween(today, deadline);
  const daysToGo = doneInWindow === 0 ? null : Math.ceil((remaining * PACE_WINDOW_IN_DAYS) / doneInWindow);
  const pacePerWeek = (doneInWindow * DAYS_IN_WEEK) / PACE_WINDOW_IN_DAYS;
  return {
    daysLeft,
    neededPerWeek: daysLeft >= DAYS_IN_WEEK ? (remaining * DAYS_IN_WEEK) / daysLeft : null,
    pacePerWeek,
    daysToGo,
    projectedOn: projectedDay(today, remaining, daysToGo),
  };
}

/**
 * Persons who would still be missing at the deadline, if each week went as the last four: remaining − pace × weeks left.
 * @param daysLeft days from today to the deadline's own day; nobody more is trained once it has passed
 * @param doneInWindow persons done in the last 28 days
 */
export function missingAtDeadline(remaining: number, doneInWindow: number, daysLeft: number): number {
  const trained = Math.floor((doneInWindow * Math.max(0, daysLeft)) / PACE_WINDOW_IN_DAYS);
  return Math.max(0, remaining - trained);
}

/** The day before the days the pace is read over: what is done after it counts in the pace. */
export function paceWindowStart(today: CivilDate): CivilDate {
  return addDays(today, -PACE_WINDOW_IN_DAYS);
}

const LONGEST_PROJECTION_IN_DAYS = 3650;

function projectedDay(today: CivilDate, remaining: number, daysToGo: number | null): CivilDate | null {
  if (remaining === 0) return today;
  return daysToGo === null || daysToGo > LONGEST_PROJECTION_IN_DAYS ? null : addDays(today, daysToGo);
}
