/** A moment, as ISO-8601 UTC text with milliseconds; such texts sort as the moments do. */
export type Instant = string & { readonly __brand: 'Instant' };

/** The instant of a JavaScript date. */
export function instantOf(date: Date): Instant {
  return date.toISOString() as Instant;
}

/** Reads an ISO-8601 text with an offset; throws a RangeError when it is not one. */
export function parseInstant(text: string): Instant {
  return instantOf(new Date(text));
}

/** The instant as a JavaScript date, for libraries that speak in dates. */
export function utcDateOf(instant: Instant): Date {
  return new Date(instant);
}

/** The instant `duration` later (earlier when it is negative). */
export function addDuration(instant: Instant, duration: Duration): Instant {
  return instantOf(new Date(Date.parse(instant) + duration.milliseconds));
}

/** A length of time; build it with `seconds`, `minutes`, `hours` or `days`, so that no bare number is a duration. */
export interface Duration {
  readonly milliseconds: number;
}

export const seconds = (count: number): Duration => ({ milliseconds: count * 1000 });
export const minutes = (count: number): Duration => seconds(count * 60);
export const hours = (count: number): Duration => minutes(count * 60);
export const days = (count: number): Duration => hours(count * 24);
