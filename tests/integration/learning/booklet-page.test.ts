import { expect, test } from 'vitest';
import { amina } from '#db/seeds/cast.ts';
import { beginModule } from '#features/learning/begin-module.ts';
import { loadBookletPage } from '#features/learning/load-booklet-page.ts';
import { actAt, TODAY } from '#tests/support/learner.ts';
import { smallModule } from '#tests/support/published-module.ts';
import { aminaAndOneModule } from './scene.ts';

async function booklet() {
  const { db } = await aminaAndOneModule();
  await beginModule(db, actAt('10:00'), { code: 'm1' });
  const result = await loadBookletPage(db, amina.personId, { code: 'm1', today: TODAY });
  if (result.outcome !== 'shown') throw new Error(result.outcome);
  return result.page;
}

test('the whole module is on the page, each lesson in its order', async () => {
  const page = await booklet();
  expect(page.lessons.map(({ number }) => number)).toEqual(smallModule().lessons.map(({ number }) => number));
});

test('no answer, explanation or consequence is printed', async () => {
  const html = (await booklet()).lessons.map((lesson) => lesson.html).join('');
  const secrets = smallModule().lessons.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === 'question') return block.choices.map(({ explanation }) => explanation);
      if (block.kind === 'situation')
        return block.scenes.flatMap(({ options }) => options.map(({ consequence }) => consequence));
      return [];
    }),
  );
  expect(secrets.length).toBeGreaterThan(0);
  for (const secret of secrets) expect(html).not.toContain(secret);
});

test('nothing has an id, is folded or leads within the page', async () => {
  const html = (await booklet()).lessons.map((lesson) => lesson.html).join('');
  expect(html).not.toMatch(/ id="|<details(?! open)|href="#/);
});

test('what is inside a lesson stands under its title, which is a heading of the second level', async () => {
  const html = (await booklet()).lessons.map((lesson) => lesson.html).join('');
  expect(html).toMatch(/<h[34] class="block__title">/);
  expect(html).not.toMatch(/<\/?h[12]\b/);
});

test('the notice comes first, and what does not exist is not found', async () => {
  const { db } = await aminaAndOneModule();
  expect(await loadBookletPage(db, amina.personId, { code: 'm1', today: TODAY })).toEqual({ outcome: 'not-begun' });
  expect(await loadBookletPage(db, amina.personId, { code: 'm9', today: TODAY })).toEqual({ outcome: 'not-found' });
});
