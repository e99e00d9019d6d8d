import { expect, test } from 'vitest';
import { foldText } from '#platform/db/fold-text.ts';

test.each([
  ['Élodie', 'elodie'],
  ['Le Floc’h-Éluard', 'le floc h eluard'],
  ["L'Hostis", 'l hostis'],
  ['CŒURDEVEY', 'coeurdevey'],
  ['Læticia', 'laeticia'],
  ['  Muñoz  ', 'munoz'],
  ['E\u0301lodie', 'elodie'],
  ['D-000123', 'd 000123'],
  ['…', ''],
])('%s is searched as « %s »', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});
