import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agreementYear, agreementYearOf } from '#domain/agreement/agreement-year.ts';
import { hiddenGroups, hiddenParts, SMALLEST_SHOWN_GROUP } from '#domain/agreement/small-groups.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';

test.each([
  ['2026-07-17', 2025],
  ['2026-07-18', 2026],
  ['2026-12-31', 2026],
  ['2027-01-01', 2026],
])('%s is of the year %i of the agreement', (day, year) => {
  expect(agreementYearOf(day as CivilDate)).toBe(year);
});

test('a year goes from 18 July to 17 July, and its review is due on 18 October', () => {
  expect(agreementYear(2025)).toEqual({ year: 2025, from: '2025-07-18', closesOn: '2026-07-17', dueOn: '2026-10-18' });
});

test.each([
  [[], 0, []],
  [[0, 12], 12, [false, false]],
  [[4, 5, 1], 30, [true, false, true]],
  // Whoever is not in the group is what a subtraction shows.
  [[26, 25, 30], 30, [true, false, false]],
  [[1, 2, 3], 3, [true, true, true]],
])('of %j groups of %i people that overlap, hides %j', (counts, total, hidden) => {
  expect(hiddenGroups(counts, total)).toEqual(hidden);
});

test('no subtraction of a group that is shown from its total leaves a few people', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 40 }), { maxLength: 6 }), fc.nat({ max: 40 }), (counts, more) => {
      const total = Math.max(0, ...counts) + more;
      const isHidden = hiddenGroups(counts, total);
      for (const [place, count] of counts.entries())
        if (!isHidden[place]) for (const few of [1, 2, 3, 4]) expect([count, total - count]).not.toContain(few);
    }),
  );
});

test.each([
  // The total would give away the one that is hidden.
  [
    [2, 9, 40],
    [true, true, false],
  ],
  // Two hidden, but three people in all.
  [
    [1, 2, 40],
    [true, true, true],
  ],
  [
    [3, 3, 40],
    [true, true, false],
  ],
  [
    [0, 9, 40],
    [false, false, false],
  ],
  // Nobody else to hide behind: the total itself is what is shown.
  [
    [2, 0, 0],
    [true, false, false],
  ],
])('of %j parts of a total, hides %j', (counts, hidden) => {
  expect(hiddenParts(counts)).toEqual(hidden);
});

test('what is hidden of a total never is one group, nor fewer people than one may show, while others could be hidden', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 12 }), { maxLength: 6 }), (counts) => {
      const isHidden = hiddenParts(counts);
      const hidden = counts.filter((_, place) => isHidden[place]);
      const isAllHidden = counts.every((count, place) => count === 0 || isHidden[place]);
      const total = hidden.reduce((sum, count) => sum + count, 0);
      if (hidden.length > 0 && !isAllHidden) {
        expect(hidden.length).toBeGreaterThan(1);
        expect(total).toBeGreaterThanOrEqual(SMALLEST_SHOWN_GROUP);
      }
      const everybody = counts.reduce((sum, count) => sum + count, 0);
      for (const [place, count] of counts.entries())
        if (count > 0 && !isHidden[place])
          for (const few of [1, 2, 3, 4]) expect([count, everybody - count]).not.toContain(few);
    }),
  );
});
