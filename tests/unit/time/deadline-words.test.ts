import { expect, test } from 'vitest';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { deadlineWords } from '#domain/time/deadline-words.ts';

test.each([
  ['2026-11-23', 'il reste 38 jours'],
  ['2026-12-30', 'il reste 1 jour'],
  ['2026-12-31', 'échéance aujourd’hui'],
  ['2027-01-01', 'échéance dépassée depuis 1 jour'],
  ['2027-01-03', 'échéance dépassée depuis 3 jours'],
])('on %s: %s', (day, words) => {
  expect(deadlineWords(day as CivilDate, '2026-12-31' as CivilDate)).toBe(words);
});
