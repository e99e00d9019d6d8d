import { addDays, civilDateOf, utcMidnightOf, type CivilDate } from './civil-date.ts';
import type { Instant } from './instant.ts';

/** The days of the week as `Date` counts them, and as the configuration names them. */
export const WEEK_DAYS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'] as const;

/** Days of the week, 0 for Sunday, on which nobody is written to. */
export type QuietDays = readonly number[];

/** Reads « samedi,dimanche »; « aucun » for none; null when a word is no day, or when all seven would be quiet. */
export function parseQuietDays(text: string): QuietDays | null {
  if (text.trim().toLowerCase() === 'aucun') return [];
  const places = text.split(',').map((word) => (WEEK_DAYS as readonly string[]).indexOf(word.trim().toLowerCase()));
  const days = [...new Set(places)];
  return days.includes(-1) || days.length === WEEK_DAYS.length ? null : days;
}

/** « samedi, dimanche »; « aucun ». */
export function quietDayWords(quietDays: QuietDays): string {
  return quietDays.length === 0 ? 'aucun' : quietDays.map((day) => WEEK_DAYS[day]).join(', ');
}

/** True for a day on which nobody is written to. */
export function isQuietDay(day: CivilDate, quietDays: QuietDays): boolean {
  return quietDays.includes(utcMidnightOf(day).getUTCDay());
}

/** Nobody is written to before this hour, nor from the other one on (Europe/Paris). */
export const FIRST_HOUR = 7;
export const END_HOUR = 20;

const parisHour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit', hourCycle: 'h23' });

/** True on a quiet day, and at night. */
export function isQuietTime(now: Instant, quietDays: QuietDays): boolean {
  const hour = parisHourOf(now);
  return isQuietDay(civilDateOf(now), quietDays) || hour < FIRST_HOUR || hour >= END_HOUR;
}

/** The day on which mail next leaves: today unless it is quiet, or the evening has come. */
export function nextSendingDay(now: Instant, quietDays: QuietDays): CivilDate {
  const today = civilDateOf(now);
  let day = parisHourOf(now) >= END_HOUR ? addDays(today, 1) : today;
  while (isQuietDay(day, quietDays)) day = addDays(day, 1);
  return day;
}

/** The Monday of the week of a day. */
export function mondayOf(day: CivilDate): CivilDate {
  return addDays(day, -((utcMidnightOf(day).getUTCDay() + 6) % WEEK_DAYS.length));
}

function parisHourOf(now: Instant): number {
  return Number(parisHour.format(new Date(now)));
}
