import { beginModule } from '#tests/support/e2e/learner-journey.ts';
import { liveModule } from '#tests/support/e2e/live-module.ts';
import { expect, test } from '#tests/support/e2e/test.ts';

for (const javaScriptEnabled of [true, false])
  test(`larger text, chosen while reading, follows the person ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    newPage,
    newLearner,
    db,
  }) => {
    const learner = await newLearner();
    const page = await newPage(learner, { javaScriptEnabled });
    await beginModule(page, await liveModule(db, 'm1'));
    const ordinary = await textHeight();
    await page.getByText('Affichage', { exact: true }).click();
    await page.getByLabel('Très grande').check();
    await page.getByRole('button', { name: 'Appliquer' }).click();
    await expect(page).toHaveURL(/\/modules\/m1\/1$/);
    expect(await textHeight()).toBeGreaterThan(ordinary * 1.2);
    const phone = await newPage(learner, { javaScriptEnabled, viewport: { width: 360, height: 740 } });
    await phone.goto('/parcours');
    await expect(phone.locator('html')).toHaveAttribute('data-text-size', 'larger');

    async function textHeight(): Promise<number> {
      return (await page.getByRole('heading', { level: 1 }).boundingBox())?.height ?? 0;
    }
  });

test('letters are shortcuts in a lesson, announced by « ? », unless one is writing or has turned them off', async ({
  page,
  newLearner,
  login,
  db,
}) => {
  await login(await newLearner());
  await beginModule(page, await liveModule(db, 'm1'));
  // A page listens to its keys once it is loaded.
  const isLoaded = (number: number) => page.waitForURL(new RegExp(`/modules/m1/${number}$`), { waitUntil: 'load' });
  await isLoaded(1);
  await page.keyboard.press('?');
  await expect(page.getByText('leçon suivante', { exact: true })).toBeVisible();
  await page.keyboard.press('n');
  await isLoaded(2);
  await page.keyboard.press('p');
  await isLoaded(1);
  await page.keyboard.press('Control+n');
  await expect(page).toHaveURL(/\/modules\/m1\/1$/);

  await page.goto('/compte#lecture');
  await page.getByLabel('Une lettre seule sert de raccourci dans les modules').uncheck();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Vos choix de lecture sont enregistrés')).toBeVisible();
  await page.goto('/modules/m1/1');
  await expect(page.getByText('Raccourcis clavier')).toHaveCount(0);
  await expect(page.locator('[data-shortcut]')).toHaveCount(0);
});

test('« Reprendre » leads to the very passage that was being read', async ({ page, newLearner, login, db }) => {
  const module = await liveModule(db, 'm1');
  const learner = await newLearner();
  await login(learner);
  await beginModule(page, module);
  const passage = page.locator('[data-passages] > [id^="passage-"]').nth(3);
  const anchor = await passage.getAttribute('id');
  await passage.evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
  await page.goto('/compte');
  const kept = () =>
    db.selectFrom('place').where('person_id', '=', learner.personId).select('anchor').executeTakeFirst();
  await expect.poll(async () => (await kept())?.anchor ?? null).not.toBeNull();
  await page.goto('/parcours');
  await page.getByRole('link', { name: `Reprendre : ${module.title}` }).click();
  await expect(page).toHaveURL(new RegExp(`/modules/m1/1#${(await kept())?.anchor ?? anchor}$`));
});

test('the booklet of a module has every lesson and no answer', async ({ page, newLearner, login, db }) => {
  const module = await liveModule(db, 'm2');
  await login(await newLearner());
  await page.goto('/modules/m2/livret');
  await expect(page).toHaveURL(/\/modules\/m2$/);
  await beginModule(page, module);
  await page.goto('/modules/m2/livret');
  for (const lesson of module.lessons)
    await expect(page.getByRole('heading', { level: 2, name: `${lesson.number}. ${lesson.title}` })).toBeVisible();
});
