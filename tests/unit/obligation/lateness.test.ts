import { expect, test } from 'vitest';
import { isLate } from '#domain/obligation/lateness.ts';
import type { ObligationState } from '#domain/obligation/obligation-state.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';

const deadline = '2026-12-31' as CivilDate;

test.each<[ObligationState, string, boolean]>([
  ['not-started', '2027-01-01', true],
  ['in-progress', '2027-01-01', true],
  ['in-progress', '2026-12-31', false],
  ['absent', '2027-01-01', false],
  ['exempt', '2027-01-01', false],
  ['done', '2027-01-01', false],
  ['done-elsewhere', '2027-01-01', false],
])('%s on %s is late: %s', (state, on, expected) => {
  expect(isLate(state, on as CivilDate, deadline)).toBe(expected);
});
