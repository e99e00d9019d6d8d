import { addDays, type CivilDate } from '#domain/time/civil-date.ts';

const YEAR_IN_DAYS = 365;

/** The days on which a session may be held, seen from today: another one is a slip of the keyboard. */
export function sessionDays(today: CivilDate): { first: CivilDate; last: CivilDate } {
  return { first: addDays(today, -YEAR_IN_DAYS), last: addDays(today, 2 * YEAR_IN_DAYS) };
}
