import { expect, test } from 'vitest';
import { gatherGlossary, initialOf } from '#features/search/glossary.ts';

const module = (code: string, ...terms: [string, string, string][]) => ({
  code,
  title: `Module ${code}`,
  glossary: terms.map(([id, term, definition]) => ({ id, term, definition })),
});

test('terms are in the order of a French dictionary', () => {
  const terms = gatherGlossary([
    module('m1', ['z', 'Zone grise', 'A'], ['e', 'Éviction', 'B'], ['f', 'Faute', 'C'], ['d', 'Déni', 'D']),
    module('m2', ['c', 'cote', 'E'], ['c2', 'côte', 'F']),
  ]);
  expect(terms.map(({ term }) => term)).toEqual(['cote', 'côte', 'Déni', 'Éviction', 'Faute', 'Zone grise']);
  expect(terms.map(initialOf)).toEqual(['C', 'C', 'D', 'E', 'F', 'Z']);
});

test('modules that say the same share a definition, others have their own', () => {
  const [term] = gatherGlossary([
    module('m1', ['emprise', 'Emprise', 'Une même phrase.']),
    module('m2', ['emprise', 'Emprise', 'Une autre phrase.']),
    module('m3', ['emprise', 'Emprise', 'Une même phrase.']),
  ]);
  expect(term?.definitions).toMatchObject([
    { text: 'Une même phrase.', modules: [{ code: 'm1' }, { code: 'm3' }] },
    { text: 'Une autre phrase.', modules: [{ code: 'm2' }] },
  ]);
});

test('a version compiled before there were glossaries has none', () => {
  const earlier: Partial<ReturnType<typeof module>> = module('m1');
  delete earlier.glossary;
  expect(gatherGlossary([earlier as ReturnType<typeof module>])).toEqual([]);
});
