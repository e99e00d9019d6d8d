import { daysBetween, type CivilDate } from '#domain/time/civil-date.ts';
import { monthsBetween } from './months-between.ts';
import type { HistoryPoint } from './tasks/history-task.ts';

/** A chart in a box of 100 × 40, the deadline at the right edge, 100 % at the top. */
export interface YearChart {
  /** What was done, week by week, as points of a polyline. */
  done: string;
  /** From today straight to 100 % at the deadline; null when it has passed. */
  needed: string | null;
  /** From today, as the last four weeks went; null without a pace. */
  projected: string | null;
  months: { label: string; x: number }[];
  /** Where today stands. */
  today: { x: number; y: number };
}

export const CHART_WIDTH = 720;
export const CHART_HEIGHT = 220;

interface Ends {
  opensOn: CivilDate;
  deadline: CivilDate;
  doneInWindow: number;
}

const PACE_WINDOW = 28;

/** Draws the rate of a unit over the year; null with fewer than two points. */
export function yearChart(
  points: readonly HistoryPoint[],
  { opensOn, deadline, doneInWindow }: Ends,
): YearChart | null {
  const last = points.at(-1);
  if (points.length < 2 || !last) return null;
  const end = last.day > deadline ? last.day : deadline;
  const span = Math.max(1, daysBetween(opensOn, end));
  const xOf = (day: CivilDate) => round((daysBetween(opensOn, day) / span) * CHART_WIDTH);
  const yOf = (rate: number) => round((1 - Math.min(1, rate)) * CHART_HEIGHT);
  const rateOf = ({ done, base }: HistoryPoint) => (base === 0 ? 0 : done / base);
  const now = { x: xOf(last.day), y: yOf(rateOf(last)) };
  const daysLeft = daysBetween(last.day, deadline);
  const atDeadline = last.base === 0 ? 0 : (last.done + (doneInWindow * daysLeft) / PACE_WINDOW) / last.base;
  return {
    done: points.map((point) => `${xOf(point.day)},${yOf(rateOf(point))}`).join(' '),
    needed: daysLeft > 0 ? `${now.x},${now.y} ${xOf(deadline)},0` : null,
    projected: daysLeft > 0 && doneInWindow > 0 ? `${now.x},${now.y} ${xOf(deadline)},${yOf(atDeadline)}` : null,
    months: monthsBetween(opensOn, end).map(({ label, firstDay }) => ({ label, x: xOf(firstDay) })),
    today: now,
  };
}

/** The rate week by week in a box of 60 × 16, for a line of a table; null with nothing to draw. */
export function sparkline(points: readonly HistoryPoint[]): string | null {
  const drawn = points.filter(({ base }) => base > 0);
  if (drawn.length < 2) return null;
  return drawn
    .map(({ done, base }, index) => `${round((index / (drawn.length - 1)) * 60)},${round(15 - (done / base) * 14)}`)
    .join(' ');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
