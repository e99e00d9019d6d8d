import type { Page } from '@playwright/test';
import type { OwnSiteOptions } from '#tests/support/e2e/own-site.ts';
import { startExitSite, type ExitSite } from '#tests/support/e2e/exit-site.ts';
import { expect, test as base, type PageOptions } from '#tests/support/e2e/test.ts';

const test = base.extend<{ exit: ExitSite; openHelp(options?: PageOptions): Promise<Page> }>({
  exit: async ({}, use) => {
    const exit = await startExitSite();
    await use(exit);
    await exit.close();
  },
  openHelp: async ({ exit, startSite, newPage }, use) =>
    use(async (options) => {
      const site = await startSite(leadingTo(exit.origin));
      const page = await newPage(null, { site, mayReach: exit.origin, ignoreHTTPSErrors: true, ...options });
      await page.goto('/connexion');
      await page.goto('/aide');
      return page;
    }),
});

test('the button covers the page at once, before the other site has answered', async ({ openHelp, exit }) => {
  const page = await openHelp();
  const { promise: seen, resolve: report } = Promise.withResolvers<unknown>();
  await page.exposeFunction('report', report);
  await page.evaluate(reportWhatIsLeft);
  await quickExit(page).click({ noWaitAfter: true });
  expect(await seen).toEqual({ isBodyShown: false, title: '', path: '/aide' });
  exit.answer();
  await expect(page.getByRole('heading', { name: 'Un autre site' })).toBeVisible();
});

test('the page left is no more in the history, and the other site does not learn of it', async ({ openHelp, exit }) => {
  exit.answer();
  const page = await openHelp();
  await quickExit(page).click();
  await expect(page.getByRole('heading', { name: 'Un autre site' })).toBeVisible();
  expect(exit.requests.map(({ referer }) => referer)).toEqual([undefined]);
  await page.goBack();
  await expect(page).toHaveURL(/\/connexion$/);
});

test('Shift three times leaves; with another key in between it does not', async ({ openHelp, exit }) => {
  exit.answer();
  const page = await openHelp();
  for (const key of ['Shift', 'Shift', 'a', 'Shift', 'Shift']) await page.keyboard.press(key);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(exit.requests).toEqual([]);
  await page.keyboard.press('Shift');
  await expect(page.getByRole('heading', { name: 'Un autre site' })).toBeVisible();
});

test('without JavaScript it is a plain link that says nothing of where one comes from', async ({ openHelp, exit }) => {
  exit.answer();
  const page = await openHelp({ javaScriptEnabled: false });
  await quickExit(page).click();
  await expect(page.getByRole('heading', { name: 'Un autre site' })).toBeVisible();
  expect(exit.requests.map(({ referer }) => referer)).toEqual([undefined]);
});

test('on a closed network it leads to a page of the house that says nothing of it', async ({ startSite, newPage }) => {
  const site = await startSite(leadingTo('/quitter'));
  const page = await newPage(null, { site });
  await page.goto('/connexion');
  await page.goto('/aide');
  await quickExit(page).click();
  await expect(page).toHaveURL(/\/quitter$/);
  await expect(page.getByText('Repères')).toHaveCount(0);
  expect(await page.title()).not.toContain('Repères');
  await page.goBack();
  await expect(page).toHaveURL(/\/connexion$/);
});

test('it stays in view wherever one reads, and says that the history is not erased', async ({ page }) => {
  await page.goto('/aide');
  await page.getByRole('contentinfo').scrollIntoViewIfNeeded();
  await expect(quickExit(page)).toBeInViewport();
  await expect(quickExit(page)).toHaveAccessibleDescription(/historique du navigateur n’est pas\s+effacé/i);
});

test('on a phone too, one reads that the history is not erased', async ({ newPage }) => {
  const page = await newPage(null, { viewport: { width: 360, height: 740 } });
  await page.goto('/aide');
  const sentence = page.locator('#quitter-precision');
  await expect(sentence).toBeInViewport();
  expect((await sentence.boundingBox())?.height).toBeGreaterThan(10);
});

function quickExit(page: Page) {
  return page.getByRole('link', { name: 'Quitter rapidement' });
}

/** Runs in the page: once it leaves, the browser answers no question about it until the other site has come. */
function reportWhatIsLeft(): void {
  const { report } = window as unknown as { report(seen: unknown): void };
  new MutationObserver(() =>
    report({ isBodyShown: document.body.checkVisibility(), title: document.title.trim(), path: location.pathname }),
  ).observe(document.documentElement, { attributes: true });
}

function leadingTo(exitUrl: string): OwnSiteOptions {
  return { files: { 'aide.yaml': `exitUrl: ${exitUrl}\n` } };
}
