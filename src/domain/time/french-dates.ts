import type { CivilDate } from './civil-date.ts';
import type { Instant } from './instant.ts';

const longDay = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', dateStyle: 'long' });
const parisTime = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', dateStyle: 'long', timeStyle: 'short' });
const parisMinute = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const parisClock = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', timeStyle: 'short' });

/** « 23 novembre 2026 », « 1er janvier 2027 » with no-break spaces. */
export function frenchDate(date: CivilDate): string {
  return unbroken(longDay.format(new Date(`${date}T00:00:00Z`)).replace(/^1 /, '1er '));
}

/** « 23/11/2026 », for tables and CSV. */
export function shortFrenchDate(date: CivilDate): string {
  return date.split('-').reverse().join('/');
}

/** « 23/11/2026 14:32 », time of Europe/Paris, for tables that other programs read. */
export function shortFrenchDateTime(instant: Instant): string {
  return parisMinute.format(new Date(instant));
}

/** « 23 novembre 2026 à 14:32 », time of Europe/Paris. */
export function frenchDateTime(instant: Instant): string {
  return unbroken(parisTime.format(new Date(instant)));
}

/** « 14:32 », time of Europe/Paris. */
export function frenchTime(instant: Instant): string {
  return parisClock.format(new Date(instant));
}

function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}
