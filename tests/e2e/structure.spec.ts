import { bruno } from '#db/seeds/cast.ts';
import { liveModule } from '#tests/support/e2e/live-module.ts';
import { openByCommands } from '#tests/support/e2e/progress-by-commands.ts';
import { skippedLevels } from '#tests/support/e2e/skipped-levels.ts';
import { expect, test } from '#tests/support/e2e/test.ts';

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
