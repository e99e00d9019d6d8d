import fc from 'fast-check';
import { expect, test } from 'vitest';
import { engineObjective, keptObjective } from '#features/package-player/shell/objective-states.ts';

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((value) => value + 0);

const objective = fc.record({
  satisfied: maybe(fc.boolean()),
  measure: maybe(number(-1, 1)),
  completed: maybe(fc.boolean()),
  progress: maybe(number(0, 1)),
  raw: maybe(number(-100, 100)),
  min: maybe(number(-100, 100)),
  max: maybe(number(-100, 100)),
});

test('a global objective comes back from the engine as it was kept; what was never said stays unsaid', () => {
  fc.assert(
    fc.property(objective, (kept) => {
      expect(keptObjective(engineObjective('g', kept))).toEqual(kept);
    }),
  );
});
