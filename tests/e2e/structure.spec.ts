import { bruno } from '#db/seeds/cast.ts';
import { skippedLevels } from '#tests/support/e2e/skipped-levels.ts';
import { expect, test } from '#tests/support/e2e/test.ts';

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
