import { expect, test } from 'vitest';
import { noCounts, type ObligationCounts } from '#domain/obligation/obligation-counts.ts';
import { arrangeTree, countLevels } from '#features/follow-up/arrange-tree.ts';
import { barSegments } from '#features/follow-up/bar-segments.ts';
import { csvText } from '#platform/csv-text.ts';
import type { UnitSort } from '#features/follow-up/forms.ts';
import { exportHref, followUpHref, peopleHref } from '#features/follow-up/links.ts';
import { sortDirection, toggledSort } from '#ui/primitives/sorting.ts';

const unit = (unitId: string, parentId: string | null, name = unitId) => ({ unitId, parentId, code: unitId, name });
const units = [
  unit('top', null),
  unit('a', 'top', 'Étape'),
  unit('b', 'top', 'Zone'),
  unit('c', 'top', 'Art'),
  unit('a1', 'a'),
];
const figures = (some: Partial<ObligationCounts>) => ({ counts: { ...noCounts(), ...some }, doneInWindow: 0 });
const known = new Map([
  ['top', figures({ done: 3, absent: 3 })],
  ['a', figures({ done: 1, absent: 3 })],
  ['b', figures({ done: 2, absent: 1 })],
  ['c', figures({ exempt: 1 })],
  ['a1', figures({ done: 1 })],
]);

test.each<[UnitSort, number, string[]]>([
  ['nom', 3, ['top', 'c', 'a', 'a1', 'b']],
  ['-nom', 3, ['top', 'b', 'a', 'a1', 'c']],
  ['taux', 3, ['top', 'a', 'a1', 'b', 'c']],
  ['-taux', 3, ['top', 'b', 'a', 'a1', 'c']],
  ['restants', 3, ['top', 'c', 'b', 'a', 'a1']],
  ['nom', 2, ['top', 'c', 'a', 'b']],
  ['nom', 1, ['top']],
])('sorted by %s on %d levels, a tree reads %o', (sort, levels, expected) => {
  expect(
    arrangeTree(units, (unitId) => known.get(unitId)!, 'top', { sort, levels }).map(({ unit: { unitId } }) => unitId),
  ).toEqual(expected);
});

test('a tree has as many levels as its deepest branch', () => {
  expect([countLevels(units, 'top'), countLevels(units, 'a'), countLevels(units, 'b')]).toEqual([3, 2, 1]);
});

test('the bar stands for the concerned, exempt left out, without empty stretches', () => {
  expect(barSegments(figures({ done: 2, exempt: 7, 'not-started': 2 }).counts)).toEqual([
    { state: 'done', start: 0, length: 50 },
    { state: 'not-started', start: 50, length: 50 },
  ]);
  expect(barSegments(figures({ exempt: 7 }).counts)).toEqual([]);
});

test('a column sorts, then sorts the other way round', () => {
  expect([toggledSort('nom', 'taux'), toggledSort('taux', 'taux'), toggledSort('-taux', 'taux')]).toEqual([
    'taux',
    '-taux',
    'taux',
  ]);
  expect([sortDirection('nom', 'taux'), sortDirection('taux', 'taux'), sortDirection('-taux', 'taux')]).toEqual([
    undefined,
    'ascending',
    'descending',
  ]);
});

test('addresses keep the programme and the day, and nothing that is usual', () => {
  const usual = { programme: null, day: null };
  const past = { programme: 'autre', day: '2026-06-30' as never };
  expect(followUpHref(usual)).toBe('/suivi');
  expect(followUpHref(past, { tri: 'taux' })).toBe('/suivi?programme=autre&au=2026-06-30&tri=taux');
  expect(peopleHref('A-1', usual, 'acheve')).toBe('/suivi/A-1?etat=acheve#personnes');
  expect(exportHref('A/é', 'csv', usual, { etat: null })).toBe('/suivi/A%2F%C3%A9/export/csv');
});

test.each<[string[], string]>([
  [['Le Floc’h', '12', ''], 'Le Floc’h;12;'],
  [['a;b', 'dit « x »', 'a "b"'], '"a;b";dit « x »;"a ""b"""'],
  [['=1', '+1', '-1', '@a', '\ta'], `'=1;'+1;'-1;'@a;'\ta`],
  [[' =1', '\u00a0@a', '＝1'], `' =1;'\u00a0@a;'＝1`],
  [['a\rb'], '"a\rb"'],
  [['deux\nlignes'], '"deux\nlignes"'],
])('a row %o is written %j', (row, text) => {
  expect(csvText([row])).toBe(`${text}\r\n`);
});
