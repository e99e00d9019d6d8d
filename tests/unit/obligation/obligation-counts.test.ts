import { expect, test } from 'vitest';
import {
  completionRate,
  concernedIn,
  countStates,
  noCounts,
  remainingIn,
  type ObligationCounts,
} from '#domain/obligation/obligation-counts.ts';

const counts = (some: Partial<ObligationCounts>): ObligationCounts => ({ ...noCounts(), ...some });

test('whoever is not concerned counts nowhere', () => {
  expect(countStates(['done', null, 'done', 'absent'])).toEqual(counts({ done: 2, absent: 1 }));
});

test('concerned is everybody, remaining is whoever still has it before them', () => {
  const some = counts({ done: 1, 'done-elsewhere': 2, exempt: 4, absent: 8, 'in-progress': 16, 'not-started': 32 });
  expect(concernedIn(some)).toBe(63);
  expect(remainingIn(some)).toBe(56);
});

test.each<[string, Partial<ObligationCounts>, number | null]>([
  ['nobody concerned: no rate', {}, null],
  ['only exempt: no rate', { exempt: 3 }, null],
  ['credits count as done', { 'done-elsewhere': 1, 'not-started': 1 }, 0.5],
  ['exempt leave the base', { done: 1, exempt: 8, 'in-progress': 1 }, 0.5],
  ['absent stay in the base', { done: 1, absent: 1 }, 0.5],
  ['all done', { done: 5, exempt: 1 }, 1],
  ['none done', { 'not-started': 5 }, 0],
])('rate: %s', (_case, some, rate) => {
  expect(completionRate(counts(some))).toBe(rate);
});
