import { beginModule } from '#tests/support/e2e/learner-journey.ts';
import { liveModule } from '#tests/support/e2e/live-module.ts';
import { completeByCommands } from '#tests/support/e2e/progress-by-commands.ts';
import { expect, test } from '#tests/support/e2e/test.ts';

test('on paper a myth is never without its fact', async ({ page, newLearner, login, db }) => {
  const module = await liveModule(db, 'm3');
  await login(await newLearner());
  await beginModule(page, module);
  const lesson = module.lessons.find(({ blocks }) => blocks.some(({ kind }) => kind === 'mythe'));
  await page.goto(`/modules/m3/${lesson?.number}`);
  const fact = page.locator('.block--mythe').first().locator('p').last();
  await expect(fact).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(fact).toBeVisible();
});

test('without JavaScript no button offers what only a script can do', async ({ newPage, newLearner, db }) => {
  const learner = await newLearner();
  await completeByCommands(db, learner.personId, 'm1');
  const page = await newPage(learner, { javaScriptEnabled: false });
  await page.goto('/modules/m1');
  await page.getByRole('link', { name: 'Mon attestation' }).click();
  await expect(page.getByRole('heading', { name: 'Attestation de suivi' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Imprimer' })).toBeHidden();
});
