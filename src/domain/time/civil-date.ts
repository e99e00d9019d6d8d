import { instantOf, type Instant } from './instant.ts';

/** A day of the calendar in Europe/Paris, `YYYY-MM-DD`; such texts sort as the days do. */
export type CivilDate = string & { readonly __brand: 'CivilDate' };

/** The first day of periods that began before anybody kept count of them. */
export const SINCE_EVER = '0001-01-01' as CivilDate;

const parisDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' });

/** The day it is in Europe/Paris at that instant: the only place where an instant becomes a date (DESIGN §7). */
export function civilDateOf(instant: Instant): CivilDate {
  return parisDay.format(new Date(instant)) as CivilDate;
}

/** The instant at which a day begins in Europe/Paris. */
export function startOfDay(date: CivilDate): Instant {
  const [summer, winter] = [2, 1].map((hours) => instantOf(new Date(epochDay(date) * DAY_IN_MS - hours * HOUR_IN_MS)));
  return civilDateOf(summer!) === date ? summer! : winter!;
}

/** Reads `YYYY-MM-DD`; null when the text is not a day of the calendar. */
export function parseCivilDate(text: string): CivilDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const date = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) return null;
  return text as CivilDate;
}

/** The day `count` days later (earlier when negative). */
export function addDays(date: CivilDate, count: number): CivilDate {
  return new Date(epochDay(date) * DAY_IN_MS + count * DAY_IN_MS).toISOString().slice(0, 10) as CivilDate;
}

/** The later of two days. */
export function latestOf(one: CivilDate, other: CivilDate): CivilDate {
  return one > other ? one : other;
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return epochDay(to) - epochDay(from);
}

/** True when `date` lies in the half-open period [from, to); a null `to` never ends. */
export function isWithin(date: CivilDate, from: CivilDate, to: CivilDate | null): boolean {
  return from <= date && (to === null || date < to);
}

/** The first instant of the day in UTC, for libraries that hold a day as a `Date`. */
export function utcMidnightOf(date: CivilDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** The day as a number that counts on by one: days since 1 January 1970. For columns of many dates. */
export function dayNumberOf(date: CivilDate): number {
  return epochDay(date);
}

/** The day of such a number. */
export function dateOfDayNumber(day: number): CivilDate {
  return new Date(day * DAY_IN_MS).toISOString().slice(0, 10) as CivilDate;
}

const HOUR_IN_MS = 60 * 60 * 1000;
const DAY_IN_MS = 24 * HOUR_IN_MS;

function epochDay(date: CivilDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_IN_MS;
}
