import { addDays, type CivilDate } from './civil-date.ts';

const MONDAY = 1;
const DAYS_IN_A_WEEK = 7;

/** The weeks of the month of that day, from Monday to Sunday; null before the first day and after the last. */
export function weeksOfMonth(day: CivilDate): (CivilDate | null)[][] {
  const first = `${day.slice(0, 7)}-01` as CivilDate;
  const weekday = new Date(`${first}T00:00:00Z`).getUTCDay();
  const start = addDays(first, -((weekday - MONDAY + DAYS_IN_A_WEEK) % DAYS_IN_A_WEEK));
  const weeks: (CivilDate | null)[][] = [];
  for (let monday = start; monday.slice(0, 7) <= first.slice(0, 7); monday = addDays(monday, DAYS_IN_A_WEEK))
    weeks.push(weekFrom(monday).map((date) => (date.slice(0, 7) === first.slice(0, 7) ? date : null)));
  return weeks;
}

function weekFrom(monday: CivilDate): CivilDate[] {
  return Array.from({ length: DAYS_IN_A_WEEK }, (_, index) => addDays(monday, index));
}

/** « novembre 2026 ». */
export function monthName(day: CivilDate): string {
  return new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
