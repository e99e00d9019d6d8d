import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  noProgress,
  packProgress,
  unpackProgress,
  type DeliveredProgress,
} from '#domain/delivery/delivered-progress.ts';

const SHAPE = { lessons: 'a', exercises: 'b', questions: 'c' };
const module = { lessons: ['a', 'b', 'c'], exercises: [0, 1], questions: [0, 1, 2, 3], shape: SHAPE };

const places = (below: number) => fc.uniqueArray(fc.nat(below - 1));
const progress: fc.Arbitrary<DeliveredProgress> = fc.record({
  read: places(3),
  answers: fc.tuple(fc.array(fc.nat(35), { maxLength: 9 }), fc.array(fc.nat(35), { maxLength: 9 })),
  attempt: fc.option(
    fc
      .uniqueArray(fc.tuple(fc.nat(3), fc.uniqueArray(fc.nat(9))), { minLength: 1, selector: ([question]) => question })
      .map((asked) => ({ questions: asked.map(([at]) => at), chosen: asked.map(([, chosen]) => chosen) })),
  ),
  previous: places(4),
  bestScore: fc.option(fc.nat(100)),
  isPassed: fc.boolean(),
});

test('what was done is read again as it was', () => {
  fc.assert(
    fc.property(progress, (done) => {
      expect(unpackProgress(packProgress(done, module), module)).toEqual(done);
    }),
  );
});

test('any text at all is read, and names only what the module has', () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^2\|a\.b\.c(\|[0-9a-z./]{0,12}){7}$/));
  fc.assert(
    fc.property(text, (kept) => {
      const read = unpackProgress(kept, module);
      expect(read.read.every((place) => place < 3)).toBe(true);
      expect(read.answers).toHaveLength(2);
      for (const place of [...read.previous, ...(read.attempt?.questions ?? [])]) expect(place).toBeLessThan(4);
      expect(read.attempt?.chosen.length).toBe(read.attempt?.questions.length);
    }),
  );
});

test.each(['', '1|0.1|||||80|1', '2|0|', 'x|0|||||||'])('%j says nothing', (text) => {
  expect(unpackProgress(text, module)).toEqual(noProgress(module));
});

test('of a list that has changed since, nothing is read; the rest is', () => {
  const done = {
    ...noProgress(module),
    read: [0, 1],
    answers: [[1], []],
    previous: [2],
    bestScore: 85,
    isPassed: true,
  };
  const corrected = { ...module, shape: { ...SHAPE, exercises: 'b2' } };
  expect(unpackProgress(packProgress(done, module), corrected)).toEqual({ ...done, answers: [[], []] });
});
