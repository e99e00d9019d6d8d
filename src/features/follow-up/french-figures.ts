import type { ObligationCounts } from '#domain/obligation/obligation-counts.ts';
import { completionRate, concernedIn } from '#domain/obligation/obligation-counts.ts';

const whole = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });
const toTenth = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat('fr-FR', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** « 1 234 ». */
export const frenchCount = (count: number): string => whole.format(count);

/** « 24 », « 13,3 ». */
export const frenchDecimal = (value: number): string => oneDecimal.format(value);

/**
 * Persons in a week: « 6,8 », « 7,0 », « 24 ». From ten on a tenth of a person says nothing.
 * @param rounding up for what is needed: rounded down, the deadline would be missed by a hair
 */
export function frenchPace(perWeek: number, rounding: 'nearest' | 'up' = 'nearest'): string {
  const round = rounding === 'up' ? (value: number) => Math.ceil(value - 1e-9) : Math.round;
  const tenths = round(perWeek * 10) / 10;
  return tenths >= 10 ? whole.format(round(perWeek)) : toTenth.format(tenths);
}

/** « 65,8 % », rounded down so that 100 % means everybody; « sans objet » when there is nobody to count. */
export function frenchRate(rate: number | null): string {
  return rate === null ? 'sans objet' : percent.format(roundedDown(rate));
}

/** A rate cut to a tenth of a percent; the margin undoes what dividing in binary leaves below a whole tenth. */
export function roundedDown(rate: number): number {
  return Math.floor(rate * 1000 + 1e-9) / 1000;
}

/** « 612 sur 930 concernés hors dispenses ». */
export function rateInWords(counts: ObligationCounts): string {
  const base = concernedIn(counts) - counts.exempt;
  if (completionRate(counts) === null) return 'personne n’est concerné hors dispenses';
  const done = counts.done + counts['done-elsewhere'];
  return `${frenchCount(done)} sur ${frenchCount(base)} concerné${base > 1 ? 's' : ''} hors dispenses`;
}
