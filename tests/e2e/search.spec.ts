import { beginModule } from '#tests/support/e2e/learner-journey.ts';
import { liveModule } from '#tests/support/e2e/live-module.ts';
import { expect, test } from '#tests/support/e2e/test.ts';

for (const javaScriptEnabled of [true, false])
  test(`one searches the lessons, accents or not, and the words leave no trace in the address ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    newPage,
    newLearner,
  }) => {
    const page = await newPage(await newLearner(), { javaScriptEnabled });
    await page.goto('/recherche');
    await page.getByLabel('Mots à chercher').fill('sideration');
    await page.getByLabel('Mots à chercher').press('Enter');
    await expect(page.locator('mark').first()).toHaveText(/sidération/i);
    await expect(page).toHaveURL(/\/recherche$/);
    await expect(page).toHaveTitle('Recherche · Repères');
  });

test('a search that finds nothing says so, and one letter is not enough', async ({ page, newLearner, login }) => {
  await login(await newLearner());
  await page.goto('/recherche');
  await page.getByLabel('Mots à chercher').fill('xylophone');
  await page.getByLabel('Mots à chercher').press('Enter');
  await expect(page.getByRole('main')).toContainText(/aucun|rien/i);
  await expect(page.locator('mark')).toHaveCount(0);
});

test('a term opens its definition where it is read; Escape closes it and gives the focus back', async ({
  page,
  newLearner,
  login,
  db,
}) => {
  const module = await liveModule(db, 'm2');
  await login(await newLearner());
  await beginModule(page, module);
  const lesson = module.lessons.find(({ glossary, notice }) => glossary.length > 0 && notice.intensity < 3);
  await page.goto(`/modules/m2/${lesson?.number}`);
  const term = page.locator('a.glossary-term').first();
  await term.focus();
  await page.keyboard.press('Enter');
  const definition = page.locator('#definition-du-terme');
  await expect(definition).toBeVisible();
  await expect(term).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(definition).toBeHidden();
  await expect(term).toBeFocused();
});

test('without JavaScript a term leads to the glossary of the lesson, and back', async ({ newPage, newLearner, db }) => {
  const module = await liveModule(db, 'm2');
  const page = await newPage(await newLearner(), { javaScriptEnabled: false });
  await beginModule(page, module);
  const lesson = module.lessons.find(({ glossary, notice }) => glossary.length > 0 && notice.intensity < 3);
  await page.goto(`/modules/m2/${lesson?.number}`);
  await page.locator('a.glossary-term').first().click();
  await expect(page).toHaveURL(/#glossaire-/);
  await page.getByRole('link', { name: 'Revenir au texte' }).first().click();
  await expect(page).toHaveURL(/#mention-/);
});
