import { expect, test } from 'vitest';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { parseInstant } from '#domain/time/instant.ts';
import { isQuietDay, isQuietTime, mondayOf, nextSendingDay, parseQuietDays } from '#domain/time/quiet-time.ts';

const WEEKEND = [6, 0];
const at = (text: string) => parseInstant(text);

test.each([
  ['samedi,dimanche', [6, 0]],
  [' Samedi , lundi,samedi', [6, 1]],
  ['aucun', []],
  ['samedi,dimanhce', null],
  ['', null],
  ['lundi,mardi,mercredi,jeudi,vendredi,samedi,dimanche', null],
])('the days %j are read as %j', (text, days) => {
  expect(parseQuietDays(text)).toEqual(days);
});

test('a day is quiet by its day of the week', () => {
  expect(isQuietDay('2026-11-28' as CivilDate, WEEKEND)).toBe(true);
  expect(isQuietDay('2026-11-30' as CivilDate, WEEKEND)).toBe(false);
});

test.each([
  ['2026-11-30T05:59:00Z', true],
  ['2026-11-30T06:00:00Z', false],
  ['2026-11-30T18:59:00Z', false],
  ['2026-11-30T19:00:00Z', true],
  // Summer time: seven in Paris is five in UTC.
  ['2026-07-06T05:00:00Z', false],
  // Saturday has begun in Paris.
  ['2026-11-27T23:30:00Z', true],
  ['2026-11-28T10:00:00Z', true],
])('at %s it is quiet: %s', (instant, isQuiet) => {
  expect(isQuietTime(at(instant), WEEKEND)).toBe(isQuiet);
});

test.each([
  ['2026-11-26T10:00:00Z', '2026-11-26'],
  ['2026-11-26T03:00:00Z', '2026-11-26'],
  ['2026-11-26T20:00:00Z', '2026-11-27'],
  ['2026-11-27T20:00:00Z', '2026-11-30'],
  ['2026-11-28T10:00:00Z', '2026-11-30'],
])('what is released at %s leaves on %s', (instant, day) => {
  expect(nextSendingDay(at(instant), WEEKEND)).toBe(day);
});

test.each([
  ['2026-11-30', '2026-11-30'],
  ['2026-11-29', '2026-11-23'],
  ['2026-12-03', '2026-11-30'],
])('the week of %s begins on %s', (day, monday) => {
  expect(mondayOf(day as CivilDate)).toBe(monday);
});
