import { expect, test } from 'vitest';
import {
  checkedRate,
  conformityOf,
  countByTheme,
  percentWords,
  prudentRate,
  type StateCounts,
} from '#features/accessibility/conformity.ts';
import { countWords } from '#features/accessibility/state-words.ts';

function counts(conforming: number, faulty: number, unchecked = 0): StateCounts {
  return { conforme: conforming, 'non-conforme': faulty, 'non-applicable': 36, 'a-verifier': unchecked };
}

test('what does not apply counts nowhere, and what was not checked only in the prudent rate', () => {
  expect(checkedRate(counts(60, 20, 20))).toBe(0.75);
  expect(prudentRate(counts(60, 20, 20))).toBe(0.6);
  expect(checkedRate(counts(0, 0))).toBeNull();
});

test.each([
  ['totalement conforme', counts(70, 0)],
  ['partiellement conforme', counts(70, 0, 1)],
  ['partiellement conforme', counts(69, 1)],
  ['partiellement conforme', counts(35, 35)],
  ['non conforme', counts(34, 36)],
  ['non conforme', counts(35, 0, 36)],
  ['non conforme', counts(0, 0)],
])('is %s', (words, given) => {
  expect(conformityOf(given)).toBe(words);
});

test('a rate is cut, never rounded up', () => {
  expect(percentWords(0.999)).toBe('99\u00a0%');
  expect(percentWords(0.29)).toBe('29\u00a0%');
  expect(percentWords(1)).toBe('100\u00a0%');
  expect(percentWords(null)).toBe('sans objet');
});

test('counts stay in their theme: 1.1 is not of the themes 10 to 13', () => {
  const criterion = { titre: 'T', niveau: 'A', controle: [], tests: [], constat: 'C' } as const;
  const found = countByTheme([
    { ...criterion, id: '1.1', etat: 'conforme', controle: [], tests: [] },
    { ...criterion, id: '11.1', etat: 'non-conforme', controle: [], tests: [] },
  ]);
  expect(found[0]?.counts.conforme).toBe(1);
  expect(found[0]?.counts['non-conforme']).toBe(0);
  expect(found[10]?.counts['non-conforme']).toBe(1);
});

test('one is singular', () => {
  expect(countWords('non-conforme', 1)).toBe('1\u00a0non conforme');
  expect(countWords('non-applicable', 2)).toBe('2\u00a0non applicables');
});
