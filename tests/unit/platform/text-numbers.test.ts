import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextNumbers } from '#platform/columns/text-numbers.ts';

const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('', 'é', 'e\u0301', '\0', 'A1'));

test('it answers as a Map does, whatever the texts', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.nat())), fc.array(text), (entries, others) => {
      const numbers = new TextNumbers();
      const expected = new Map<string, number>();
      for (const [key, value] of entries) {
        numbers.set(key, value);
        expected.set(key, value);
      }
      for (const key of [...expected.keys(), ...others]) {
        expect(numbers.get(key)).toBe(expected.get(key));
        expect(numbers.has(key)).toBe(expected.has(key));
      }
    }),
  );
});

test('a hundred thousand texts keep their numbers, long ones too', () => {
  const numbers = new TextNumbers();
  const textOf = (place: number) => `${'x'.repeat(place % 1000 === 0 ? 5000 : 3)}-${place}`;
  for (let place = 0; place < 100_000; place += 1) numbers.set(textOf(place), place);
  numbers.set(textOf(7), 8);
  const wrong = Array.from({ length: 100_000 }, (_, place) => place).filter(
    (place) => numbers.get(textOf(place)) !== (place === 7 ? 8 : place),
  );
  expect(wrong).toEqual([]);
  expect(numbers.has('xxx-100000')).toBe(false);
});
