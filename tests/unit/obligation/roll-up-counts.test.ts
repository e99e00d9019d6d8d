import { expect, test } from 'vitest';
import { concernedIn } from '#domain/obligation/obligation-counts.ts';
import { rollUpCounts, type StandingGroup } from '#domain/obligation/roll-up-counts.ts';

const tree = [
  { unitId: 'top', parentId: 'outside' },
  { unitId: 'left', parentId: 'top' },
  { unitId: 'right', parentId: 'top' },
  { unitId: 'deep', parentId: 'left' },
];
const group = (unitId: string, count: number, personId: string | null = null): StandingGroup => ({
  unitId,
  personId,
  state: 'done',
  count,
  recentCount: 1,
});
const concerned = (groups: StandingGroup[]) =>
  Object.fromEntries([...rollUpCounts(tree, groups)].map(([unitId, { counts }]) => [unitId, concernedIn(counts)]));

test('a unit counts its people and those of every unit below it', () => {
  expect(concerned([group('deep', 3), group('right', 2)])).toEqual({ top: 5, left: 3, right: 2, deep: 3 });
});

test('a person in two units counts in each, and once above', () => {
  expect(concerned([group('deep', 1, 'amina'), group('right', 1, 'amina')])).toEqual({
    top: 1,
    left: 1,
    right: 1,
    deep: 1,
  });
});

test('a person both in a unit and above it counts once in it', () => {
  expect(concerned([group('left', 1, 'amina'), group('deep', 1, 'amina')])).toEqual({
    top: 1,
    left: 1,
    right: 0,
    deep: 1,
  });
});

test('the pace is read from the same persons', () => {
  expect(rollUpCounts(tree, [group('deep', 3), group('right', 2)]).get('top')!.doneInWindow).toBe(2);
});
