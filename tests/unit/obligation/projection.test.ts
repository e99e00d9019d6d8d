import { expect, test } from 'vitest';
import { paceWindowStart, projectCompletion } from '#domain/obligation/projection.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';

const today = '2026-11-23' as CivilDate;
const deadline = '2026-12-31' as CivilDate;

test('compares what remains with the pace of the last 28 days', () => {
  expect(projectCompletion(today, deadline, 318, 96)).toEqual({
    daysLeft: 38,
    neededPerWeek: (318 * 7) / 38,
    pacePerWeek: 24,
    daysToGo: 93,
    projectedOn: '2027-02-24',
  });
});

test.each<[string, number, number, string | null]>([
  ['no pace: no projection', 10, 0, null],
  ['nobody remains: today', 0, 0, '2026-11-23'],
  ['a part of a day is a day more', 1, 3, '2026-12-03'],
  ['beyond ten years: no projection', 4000, 1, null],
])('projected day: %s', (_case, remaining, doneInWindow, day) => {
  expect(projectCompletion(today, deadline, remaining, doneInWindow).projectedOn).toBe(day);
});

test.each<[string, string, number, number | null]>([
  ['a week left: all of them', '2026-12-24', 7, 20],
  ['less than a week left: no weekly figure', '2026-12-25', 6, null],
  ['on the day itself', '2026-12-31', 0, null],
  ['the day after', '2027-01-01', -1, null],
])('needed per week: %s', (_case, on, daysLeft, neededPerWeek) => {
  expect(projectCompletion(on as CivilDate, deadline, 20, 5)).toMatchObject({ daysLeft, neededPerWeek });
});

test('the pace is read over the 28 days that end today', () => {
  expect(paceWindowStart(today)).toBe('2026-10-26');
});
