import { bruno } from '#db/seeds/cast.ts';
import { liveModule } from '#tests/support/e2e/live-module.ts';
import { openByCommands } from '#tests/support/e2e/progress-by-commands.ts';
import { skippedLevels } from '#tests/support/e2e/skipped-levels.ts';
import { expect, test } from '#tests/support/e2e/test.ts';

const EXERCISE = '.block--question, .block--situation';
const FRAMED = '.block--encadre, .block--avertissement, .block--reference, .block--chronologie, .block--ressource';

for (const code of ['m1', 'm2', 'm3', 'm4'])
  test(`in ${code} every exercise and framed block has its heading, and no level is skipped`, async ({
    newPage,
    newLearner,
    db,
  }) => {
    const learner = await newLearner();
    await openByCommands(db, learner.personId, code);
    // As the server sends it: what a browser adds has no heading.
    const page = await newPage(learner, { javaScriptEnabled: false });
    for (const { number, notice } of (await liveModule(db, code)).lessons) {
      await page.goto(`/modules/${code}/${number}`);
      if (notice.intensity === 3) await page.getByRole('button', { name: 'Lire la leçon' }).click();
      expect(await skippedLevels(page), `${code}, lesson ${number}`).toEqual([]);
      for (const block of await page.locator(`.prose :is(${EXERCISE}, ${FRAMED})`).all())
        await expect(block.getByRole('heading'), `${code}, lesson ${number}`).not.toHaveCount(0);
    }
    await page.goto(`/modules/${code}/livret`);
    expect(await skippedLevels(page), `${code}, booklet`).toEqual([]);
    const lessons = page.getByRole('heading', { level: 2, name: /^\d\. / });
    await expect(lessons).toHaveCount(8);
    await expect(page.locator('.booklet .prose').getByRole('heading', { level: 2 })).toHaveCount(0);
  });

test('an exercise whose every element needs its place says so before it is answered', async ({
  newPage,
  newLearner,
  db,
}) => {
  const learner = await newLearner();
  await openByCommands(db, learner.personId, 'm2');
  const { lessons } = await liveModule(db, 'm2');
  const page = await newPage(learner, { javaScriptEnabled: false });
  for (const [kind, where] of [
    ['classer', 'form > p'],
    ['ordonner', 'form > noscript > p'],
  ]) {
    const lesson = lessons.find(
      ({ blocks, notice }) => notice.intensity < 3 && blocks.some((one) => one.kind === kind),
    );
    await page.goto(`/modules/m2/${lesson?.number}`);
    const said = page.locator(`[id^="${kind}-"] > ${where}`).filter({ hasText: 'obligatoires' });
    await expect(said.first()).toBeVisible();
  }
});

test('the titles of the workshop say which module and which lesson, and nothing of their subject', async ({
  page,
  login,
}) => {
  await login(bruno);
  for (const [address, title] of [
    ['', 'Module 3, atelier · Repères'],
    ['/01-definition', 'Module 3, leçon 1, aperçu · Repères'],
    ['/evaluation', 'Module 3, évaluation, aperçu · Repères'],
  ]) {
    await page.goto(`/atelier/cadre-juridique${address}`);
    await expect(page).toHaveTitle(title!);
    expect(await skippedLevels(page), address).toEqual([]);
  }
});
