import fc from 'fast-check';
import { expect, test } from 'vitest';
import { doubledNumbers, hrNumberOf, parseHrNumbers } from '#domain/organisation/hr-number.ts';

test.each([
  ['D-000012', 'D-000012'],
  ['d-000012', 'D-000012'],
  [' D-00 0012\u00a0', 'D-000012'],
  ['D\u2011000012', 'D-000012'],
  ['D\u2013000\u202f012', 'D-000012'],
  ['Ｄ-０00012\u200b', 'D-000012'],
  ['é1', 'É1'],
  [' ', ''],
])('%j is the number %j', (written, number) => {
  expect(hrNumberOf(written)).toBe(number);
});

test('a number in its form keeps it, and two that differ by a letter or a digit stay two', () => {
  const part = fc.stringMatching(/^[A-Z0-9]{1,6}$/);
  fc.assert(
    fc.property(part, part, (one, other) => {
      expect(hrNumberOf(one)).toBe(one);
      expect(hrNumberOf(`${one.toLowerCase()}\u00a0-${other}`)).toBe(`${one}-${other}`);
      if (one !== other) expect(hrNumberOf(one)).not.toBe(hrNumberOf(other));
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(hrNumberOf(hrNumberOf(text))).toBe(hrNumberOf(text));
    }),
  );
});

test.each([
  ['N1\nN2\r\nN3', ['N1', 'N2', 'N3'], []],
  ['N1; N2,N3\tN1', ['N1', 'N2', 'N3'], ['N1']],
  ['N2 n1 N2 N1 n2', ['N2', 'N1'], ['N2', 'N1']],
  [' \n', [], []],
])('of %j pasted, reads %j and finds %j doubled', (text, numbers, doubled) => {
  expect(parseHrNumbers(text)).toEqual(numbers);
  expect(doubledNumbers(text)).toEqual(doubled);
});
