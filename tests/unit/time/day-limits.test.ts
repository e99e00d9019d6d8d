import { expect, test } from 'vitest';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { dayObjection, lastFormDay } from '#domain/time/day-limits.ts';

const day = (text: string) => text as CivilDate;
const today = day('2026-11-26');
const asked = { label: 'Dernier jour' };
const plain = (text: string | null) => text?.replace(/[\u00a0\u202f]/g, ' ');

test('a day is taken within five years of today, both ends included', () => {
  for (const text of ['2021-11-26', '2026-11-26', '2031-11-26'])
    expect(dayObjection(day(text), asked, today)).toBeNull();
});

test('further away, the objection names the field and the days that are taken', () => {
  const objection = '« Dernier jour » : choisissez une date entre le 26/11/2021 et le 26/11/2031.';
  for (const text of ['2021-11-25', '2031-11-27', '2099-12-31'])
    expect(plain(dayObjection(day(text), asked, today))).toBe(objection);
});

test('what may be long ago has a last day alone', () => {
  const since = { label: 'Affectée depuis le', mayBeLongAgo: true } as const;
  expect(dayObjection(day('2001-09-01'), since, today)).toBeNull();
  expect(plain(dayObjection(day('2032-01-01'), since, today))).toBe(
    '« Affectée depuis le » : choisissez une date au plus tard le 26/11/2031.',
  );
});

test('on 29 February the limits are days of the calendar', () => {
  expect(lastFormDay(day('2028-02-29'))).toBe('2033-02-28');
});
