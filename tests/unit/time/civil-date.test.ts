import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  civilDateOf,
  startOfDay,
  daysBetween,
  isWithin,
  parseCivilDate,
  type CivilDate,
} from '#domain/time/civil-date.ts';
import { frenchDate, frenchDateTime, shortFrenchDate } from '#domain/time/french-dates.ts';
import { addDuration, days, hours, minutes, parseInstant, seconds } from '#domain/time/instant.ts';

const day = (text: string) => text as CivilDate;

describe('an instant becomes the day it is in Paris', () => {
  test.each([
    ['2026-12-31T22:59:59Z', '2026-12-31'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
    ['2026-06-30T21:59:59Z', '2026-06-30'],
    ['2026-06-30T22:00:00Z', '2026-07-01'],
    ['2026-03-29T00:59:59Z', '2026-03-29'],
    ['2026-10-25T22:30:00Z', '2026-10-25'],
  ])('%s is on %s', (instant, date) => {
    expect(civilDateOf(parseInstant(instant))).toBe(date);
  });
});

describe('a day of the calendar', () => {
  test.each(['2026-02-29', '2026-13-01', '2026-1-1', '23/11/2026', '', '2026-11-23T00:00:00Z'])('is not %j', (text) => {
    expect(parseCivilDate(text)).toBeNull();
  });

  test('may be the 29th of February of a leap year', () => {
    expect(parseCivilDate('2028-02-29')).toBe('2028-02-29');
  });

  test('moves across months, years and changes of hour without a slip', () => {
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addDays(day('2026-03-28'), 2)).toBe('2026-03-30');
    expect(daysBetween(day('2026-11-23'), day('2026-12-31'))).toBe(38);
  });

  test('adding days and counting them agree', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), (count) => {
        expect(daysBetween(day('2026-01-01'), addDays(day('2026-01-01'), count))).toBe(count);
      }),
    );
  });
});

describe('a period is half-open', () => {
  test.each([
    ['2026-01-01', true],
    ['2026-01-31', true],
    ['2026-02-01', false],
    ['2025-12-31', false],
  ])('%s in [1 January, 1 February): %s', (date, expected) => {
    expect(isWithin(day(date), day('2026-01-01'), day('2026-02-01'))).toBe(expected);
  });

  test('without an end it never ends', () => {
    expect(isWithin(day('2999-01-01'), day('2026-01-01'), null)).toBe(true);
  });
});

test('dates are written as the French write them', () => {
  expect(frenchDate(day('2026-11-23'))).toBe('23 novembre 2026'.replaceAll(' ', '\u00a0'));
  expect(frenchDate(day('2027-01-01'))).toBe('1er janvier 2027'.replaceAll(' ', '\u00a0'));
  expect(shortFrenchDate(day('2026-11-23'))).toBe('23/11/2026');
  expect(frenchDateTime(parseInstant('2026-11-23T13:32:00Z'))).toBe(
    '23 novembre 2026 à 14:32'.replaceAll(' ', '\u00a0'),
  );
});

test('durations say their unit', () => {
  const start = parseInstant('2026-11-23T00:00:00Z');
  expect(addDuration(start, days(1))).toBe('2026-11-24T00:00:00.000Z');
  expect(addDuration(start, hours(1))).toBe('2026-11-23T01:00:00.000Z');
  expect(addDuration(start, minutes(1))).toBe('2026-11-23T00:01:00.000Z');
  expect(addDuration(start, seconds(-1))).toBe('2026-11-22T23:59:59.000Z');
});

test('a day begins at the first instant that is of it, in summer, in winter and on the nights when the clock changes', () => {
  for (const text of [
    '2026-01-15',
    '2026-03-29',
    '2026-03-30',
    '2026-07-14',
    '2026-10-25',
    '2026-10-26',
    '2024-02-29',
  ]) {
    const day = text as CivilDate;
    const start = startOfDay(day);
    expect(civilDateOf(start)).toBe(day);
    expect(civilDateOf(addDuration(start, { milliseconds: -1 }))).toBe(addDays(day, -1));
  }
});
