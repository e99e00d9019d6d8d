import { addDays, parseCivilDate, type CivilDate } from './civil-date.ts';
import { shortFrenchDate } from './french-dates.ts';

/** How far from today a day of a form may be: beyond, a year was mistyped. */
const YEARS_AWAY = 5;

/** A day that a form asks for, as its label names it. */
export interface AskedDay {
  label: string;
  /** Also long ago: since when somebody has been in a unit. */
  mayBeLongAgo?: true;
}

/** The last day that a form takes. */
export function lastFormDay(today: CivilDate): CivilDate {
  return yearsLater(today, YEARS_AWAY);
}

/** What is wrong with a day of a form; null when nothing is. */
export function dayObjection(day: CivilDate, { label, mayBeLongAgo }: AskedDay, today: CivilDate): string | null {
  const [first, last] = [yearsLater(today, -YEARS_AWAY), lastFormDay(today)];
  if (day <= last && (mayBeLongAgo || day >= first)) return null;
  const limits = mayBeLongAgo
    ? `au plus tard le ${shortFrenchDate(last)}`
    : `entre le ${shortFrenchDate(first)} et le ${shortFrenchDate(last)}`;
  return `« ${label} » : choisissez une date ${limits}.`;
}

function yearsLater(day: CivilDate, count: number): CivilDate {
  const asked = `${String(Number(day.slice(0, 4)) + count).padStart(4, '0')}${day.slice(4)}`;
  // 29 February is not of every year.
  return parseCivilDate(asked) ?? addDays(`${asked.slice(0, 5)}03-01` as CivilDate, -1);
}
