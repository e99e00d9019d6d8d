import { expect, test } from 'vitest';
import { loadSearchPage } from '#features/search/load-search-page.ts';
import { found, markedTexts, twoModules } from './scene.ts';

test.each([
  ['without accents or capitals', 'SIDERATION', ['/glossaire#glossaire-sideration', '/modules/m1/1', '/modules/m2/1']],
  ['by the beginning of a word', 'sidér', ['/glossaire#glossaire-sideration', '/modules/m1/1', '/modules/m2/1']],
  ['by a title', 'signaux', ['/modules/m1/1']],
  ['by an objective', 'faisceau', ['/modules/m1/1']],
  ['by a heading', 'voit', ['/modules/m1/1']],
  ['by the definition of a term', 'paralysie', ['/glossaire#glossaire-sideration']],
  ['with two words in different places', 'signaux réactions', ['/modules/m1/1']],
  ['with the other spelling of a ligature', 'coeur', ['/modules/m1/1']],
  ['by what replaces a description', 'substance', ['/modules/m1/1']],
])('a text is found %s', async (_how, typed, places) => {
  expect((await found(await twoModules(), typed)).sort()).toEqual(places);
});

test.each([
  'EXPLICATION',
  'CONSEQUENCE',
  'SCENE',
  'QUESTION',
  'CHOIX',
  'écoute',
  'permission',
  'DESCRIPTION',
  'retenez',
])('nothing of an exercise or of a folded description is found by « %s »', async (typed) => {
  const page = await loadSearchPage(await twoModules(), typed);
  expect(page).toMatchObject({ outcome: 'nothing', groups: [] });
});

test('no row of the index holds an answer, a question or a description', async () => {
  const db = await twoModules();
  await loadSearchPage(db, 'corps');
  const rows = JSON.stringify(await db.selectFrom('search_text').selectAll().execute());
  expect(rows).toContain('réaction du corps');
  expect(rows).not.toMatch(/EXPLICATION|CONSEQUENCE|SCENE|QUESTION|CHOIX|DESCRIPTION|Que faites-vous|J’écoute/);
});

test('results are grouped by module, the glossary apart, and the words are marked', async () => {
  const page = await loadSearchPage(await twoModules(), 'sideration');
  expect(page).toMatchObject({ outcome: 'found', count: 3 });
  expect(page.groups.map(({ title }) => title).sort()).toEqual([
    'Détecter et orienter',
    'Glossaire',
    'Le cadre juridique',
  ]);
  expect(markedTexts(page)).toContain(
    'La [sidération] est une réaction du corps. <b>Gras</b> & cœur. Récit · Une substance.',
  );
  expect(markedTexts(page)).toContain('[Sidération]');
});

test('a lesson found by its title alone shows its objective', async () => {
  const page = await loadSearchPage(await twoModules(), 'signaux');
  expect(markedTexts(page)).toEqual(['Repérer les [signaux]', 'Reconnaître un faisceau d’indices.']);
});

test('when no text has all the words, those that have some are shown, and said to be so', async () => {
  const page = await loadSearchPage(await twoModules(), 'faisceau zzz');
  expect(page).toMatchObject({ outcome: 'found-in-part', count: 1, groups: [{ id: 'm1' }] });
});

test.each([
  ['', 'asking'],
  ['é', 'too-short'],
  ['*', 'too-short'],
  ['zzz', 'nothing'],
])('« %s » finds nothing, says why, and proposes the themes that lead somewhere', async (typed, outcome) => {
  const page = await loadSearchPage(await twoModules(), typed);
  expect(page).toEqual({ typed, outcome, count: 0, groups: [], themes: ['sidération', 'droit'] });
});

test.each([
  '"',
  "'; drop table search_text; --",
  'NEAR(a b)',
  'title:corps',
  '(corps OR',
  'corps*"',
  '^corps',
  '{body}: -corps',
])('what looks like a query is looked for as words: %s', async (typed) => {
  const db = await twoModules();
  await expect(loadSearchPage(db, typed)).resolves.toBeDefined();
  expect(await found(db, 'corps')).toHaveLength(2);
});

test('nothing published, nothing to propose', async () => {
  const { testDatabase } = await import('#tests/support/test-database.ts');
  expect(await loadSearchPage(await testDatabase(), 'corps')).toMatchObject({ outcome: 'nothing', themes: [] });
});
