import { expect, test } from '#tests/support/e2e/test.ts';

test('the help page opens', async ({ page }) => {
  await page.goto('/aide');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
