import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextColumn } from '#platform/columns/text-column.ts';
import { TextIndex } from '#platform/columns/text-index.ts';
import { WordColumn } from '#platform/columns/word-column.ts';

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', 'é', '𝕏', '\n'), maxLength: 6 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }).map((any) => any.replaceAll('\0', '')),
);

function columnOf(texts: readonly string[]): TextColumn {
  const column = new TextColumn();
  for (const one of texts) column.push(one);
  return column;
}

test('a column gives back its texts, in any order, and finds parts of them', () => {
  fc.assert(
    fc.property(fc.array(text), text, (texts, part) => {
      const order = texts.map((_, place) => texts.length - 1 - place);
      const reversed = columnOf(texts).inOrder(order);
      expect(reversed.length).toBe(texts.length);
      expect(order.map((_, place) => reversed.at(place))).toEqual(texts.toReversed());
      expect([...columnOf(texts).placesWith(part)]).toEqual(texts.map((one) => Number(one.includes(part))));
      expect([...reversed.placesWith(part)]).toEqual(texts.toReversed().map((one) => Number(one.includes(part))));
    }),
  );
});

test('an index finds the place of every text of its column, and -1 for any other', () => {
  fc.assert(
    fc.property(fc.uniqueArray(text), text, (texts, other) => {
      const index = new TextIndex(columnOf(texts));
      expect(texts.map((one) => index.placeOf(one))).toEqual(texts.map((_, place) => place));
      expect(index.placeOf(other)).toBe(texts.indexOf(other));
      expect(index.add(other)).toBe(texts.includes(other) ? texts.indexOf(other) : texts.length);
    }),
  );
});

test('words are kept once, and follow when rows are put in order', () => {
  const column = new WordColumn<string | null>();
  for (const word of ['b', null, 'a', 'b']) column.push(word);
  expect(column.words).toEqual(['b', null, 'a']);
  column.arrange(Uint32Array.from([2, 3, 1, 0]));
  expect([0, 1, 2, 3].map((place) => column.at(place))).toEqual(['a', 'b', null, 'b']);
});
