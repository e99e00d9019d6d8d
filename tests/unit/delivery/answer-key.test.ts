import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAnswer, hideAnswer } from '#domain/delivery/answer-key.ts';
import { hash as browserHash } from '#features/delivery/client/hash.ts';

const serverHash = (text: string) => createHash('sha256').update(text).digest();
const MOST_PLACES = 8;

const answers = fc
  .array(fc.record({ place: fc.nat(MOST_PLACES - 1), explanation: fc.string({ unit: 'grapheme' }) }), { maxLength: 12 })
  .map((parts) => ({
    places: parts.map(({ place }) => place),
    explanations: parts.map(({ explanation }) => explanation),
  }));

test('what a server hides, a browser finds, whatever the answer', () => {
  fc.assert(
    fc.property(answers, fc.stringMatching(/^[0-9a-f]{16}$/), (answer, salt) => {
      expect(findAnswer(hideAnswer(answer, salt, serverHash), MOST_PLACES, browserHash)).toEqual(answer);
    }),
  );
});

test('neither the places nor what there is to say of them stand in the key', () => {
  const key = hideAnswer({ places: [1, 0], explanations: ['C’est celle-ci.', 'Non.'] }, 'a1', serverHash);
  expect(JSON.stringify(key)).not.toMatch(/celle-ci|Non\./);
  expect(new Set(key.parts).size).toBe(2);
});

test('the same place has another hash in another part and under another salt', () => {
  const answer = { places: [1, 1], explanations: ['', ''] };
  const [one, other] = ['a1', 'a2'].map((salt) => hideAnswer(answer, salt, serverHash).parts);
  expect(new Set([...one!, ...other!]).size).toBe(4);
});

test('a key that was changed is refused', () => {
  const key = hideAnswer({ places: [3], explanations: [''] }, 'a1', serverHash);
  expect(() => findAnswer(key, 3, browserHash)).toThrow(RangeError);
});
