import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareLines } from '#features/publishing/compare-lines.ts';

test('a changed line is shown removed then added, with the lines around it', () => {
  expect(compareLines('a\nb\nc\nd\ne\nf', 'a\nb\nc\nd\nE\nf')).toEqual([
    { kind: 'skipped', text: '…' },
    { kind: 'same', text: 'c' },
    { kind: 'same', text: 'd' },
    { kind: 'removed', text: 'e' },
    { kind: 'added', text: 'E' },
    { kind: 'same', text: 'f' },
  ]);
});

test('the same text twice shows nothing but that lines are skipped', () => {
  expect(compareLines('a\nb', 'a\nb')).toEqual([{ kind: 'skipped', text: '…' }]);
});

test('nothing is lost: each side can be read back when no line is skipped', () => {
  const shortText = fc
    .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 })
    .map((all) => all.join('\n'));
  fc.assert(
    fc.property(shortText, shortText, (before, after) => {
      const lines = compareLines(before, after);
      fc.pre(lines.every(({ kind }) => kind !== 'skipped'));
      const side = (other: string) => lines.filter(({ kind }) => kind !== other).map(({ text }) => text);
      expect(side('added').join('\n')).toBe(before);
      expect(side('removed').join('\n')).toBe(after);
    }),
  );
});

test('texts too long to compare are shown whole', () => {
  const long = 'a\n'.repeat(2001);
  expect(compareLines(long, 'b').filter(({ kind }) => kind === 'removed')).toHaveLength(2002);
});
