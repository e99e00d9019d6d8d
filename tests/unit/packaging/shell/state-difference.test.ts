import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceOf, withDifference, type Plain } from '#features/package-player/shell/state-difference.ts';

const plain = fc.letrec<{ plain: Plain }>((tie) => ({
  plain: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('', 'a', 0, 1, true, false, null),
    fc.array(tie('plain'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', '0', 'length'), tie('plain'), { maxKeys: 4 }),
  ),
})).plain;

test('what a difference is taken to is found again from where it was taken, through JSON', () => {
  fc.assert(
    fc.property(plain, plain, (from, to) => {
      const difference = differenceOf(from, to);
      const sent = difference === undefined ? undefined : (JSON.parse(JSON.stringify(difference)) as typeof difference);
      expect(withDifference(from, sent)).toEqual(to);
    }),
    { numRuns: 2000 },
  );
});

test('nothing changed is nothing to send', () => {
  fc.assert(
    fc.property(plain, (value) => {
      expect(differenceOf(value, structuredClone(value))).toBeUndefined();
    }),
  );
});

test('a change deep in a large value is small', () => {
  const large = { activities: Array.from({ length: 500 }, (_, id) => ({ id, status: 'unknown', attempts: 0 })) };
  const changed = structuredClone(large);
  changed.activities[7]!.status = 'completed';
  expect(differenceOf(large, changed)).toEqual({ activities: { 7: { status: ['completed'] } } });
});
