import { describe, expect, test } from 'vitest';
import { stretchesOf } from '#features/search/marked-text.ts';
import { matchExpression, searchWords } from '#features/search/search-words.ts';

test.each([
  ['', []],
  ['a', []],
  ['?! "* :', []],
  ['Sidération', ['sidération']],
  ['l’emprise', ['emprise']],
  ['article 222-22', ['article', '222', '22']],
  ['que faire si je suis témoin', ['faire', 'témoin']],
  ['pour qui', ['pour', 'qui']],
  ['viol VIOL', ['viol']],
  ['un deux trois quatre cinq six sept huit neuf dix onze', expect.objectContaining({ length: 8 })],
] as [string, string[]][])('of « %s », the words %j are looked for', (typed, words) => {
  expect(searchWords(typed)).toEqual(words);
});

describe('the expression', () => {
  test('takes every word as a beginning, in all its spellings', () => {
    expect(matchExpression(['viol', 'coeur'], 'all')).toBe('("viol"*) AND ("coeur"* OR "cœur"*)');
    expect(matchExpression(['viol', 'trauma'], 'some')).toBe('("viol"*) OR ("trauma"*)');
  });

  test.each([
    ['agressions', 'agression'],
    ['enjeux', 'enjeu'],
    ['procès', 'procès'],
    ['refus', 'refus'],
    ['avis', 'avis'],
    ['2026s', '2026s'],
  ])('looks for %s by %s', (word, beginning) => {
    expect(matchExpression([word], 'all')).toBe(`("${beginning}"*)`);
  });
});

test('a marked text is cut where the words are', () => {
  expect(stretchesOf('La \uE000sidération\uE001 <b> et l’\uE000emprise\uE001')).toEqual([
    { text: 'La ', isMatch: false },
    { text: 'sidération', isMatch: true },
    { text: ' <b> et l’', isMatch: false },
    { text: 'emprise', isMatch: true },
  ]);
});
