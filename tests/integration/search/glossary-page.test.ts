import { expect, test } from 'vitest';
import { loadGlossaryPage } from '#features/search/load-glossary-page.ts';
import { insertPublishedModule } from '#tests/support/published-module.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { firstModule, secondModule } from './scene.ts';

const term = (id: string, name: string) => ({ id, term: name, definition: `Ce qu’est ${name}.` });

test('every term of what is live is under its letter, with its modules', async () => {
  const db = await testDatabase();
  await insertPublishedModule(db, firstModule());
  await insertPublishedModule(db, { ...secondModule(), glossary: [term('etat', 'État'), term('emprise', 'emprise')] });
  const { letters } = await loadGlossaryPage(db);
  expect(letters.map(({ letter, terms }) => [letter, terms.map(({ term: name }) => name)])).toEqual([
    ['E', ['emprise', 'État']],
    ['S', ['Sidération']],
  ]);
  expect(letters[1]?.terms[0]?.definitions).toEqual([
    { text: 'Paralysie du corps et de l’esprit.', modules: [{ code: 'm1', title: 'Détecter et orienter' }] },
  ]);
});

test('a term that a correction took away is gone', async () => {
  const db = await testDatabase();
  await insertPublishedModule(db, firstModule());
  await insertPublishedModule(db, { ...firstModule(), glossary: [] }, { revision: 2 });
  expect(await loadGlossaryPage(db)).toEqual({ letters: [] });
});
