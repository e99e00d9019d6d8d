import type { FrameLocator, Page } from '@playwright/test';
import { amina } from '#db/seeds/cast.ts';
import type { OwnSite } from '#tests/support/e2e/own-site.ts';
import { expect, test } from '#tests/support/e2e/test.ts';
import { installPackage } from '#tests/support/packages/sample-packages.ts';

/** The page of a package inside the shell inside the player. */
function contentOf(page: Page): FrameLocator {
  return page.frameLocator('.player__frame').frameLocator('#contenu');
}

async function openPackage(page: Page, code: string): Promise<FrameLocator> {
  await page.goto(`/modules/${code}`);
  await page.getByRole('button', { name: 'Commencer' }).click();
  await page.getByRole('button', { name: 'Ouvrir' }).click();
  const content = contentOf(page);
  await expect(content.locator('html[data-ready="oui"]')).toBeAttached();
  return content;
}

const received = (page: Page) => page.getByRole('status').filter({ hasText: /Reçu à \d\d/ });

const completionsOf = (site: OwnSite) =>
  site.db.selectFrom('completion').where('rule', '=', 'package').select(['person_id', 'rule']).execute();

test('a package is opened, resumed where it was, and completed by its score', async ({ startSite, newPage }) => {
  const site = await startSite();
  await installPackage(site);
  const page = await newPage(amina, { site, mayReach: packagesOrigins(site) });
  const content = await openPackage(page, 'm90');
  await expect(content.locator('#entry')).toHaveText('ab-initio');
  await content.getByRole('button', { name: 'Page suivante' }).click();
  await expect(received(page)).toBeVisible();
  expect(await completionsOf(site)).toEqual([]);

  await page.getByRole('button', { name: 'Quitter le module' }).click();
  await expect(page).toHaveURL(/\/modules\/m90$/);
  await page.goto('/modules/m90/lecture');
  await page.getByRole('button', { name: 'Reprendre' }).click();
  const again = contentOf(page);
  await expect(again.locator('#page')).toHaveText('2');
  await expect(again.locator('#entry')).toHaveText('resume');
  await again.getByRole('button', { name: 'Réussir' }).click();
  await expect(page.getByText('Le module est terminé.')).toBeVisible();
  expect(await completionsOf(site)).toEqual([{ person_id: amina.personId, rule: 'package' }]);
});

function packagesOrigins(site: OwnSite): string {
  return `http://*.localhost:${site.packagesPort}`;
}

test('several items: a plan, prerequisites, and a completion when all are done', async ({ startSite, newPage }) => {
  const site = await startSite();
  await installPackage(site, { sample: 'scorm12-two' });
  const page = await newPage(amina, { site, mayReach: packagesOrigins(site) });
  const content = await openPackage(page, 'm90');
  const plan = page.getByRole('navigation', { name: 'Plan' });
  await expect(plan.getByRole('button', { name: /Orienter pas encore accessible/ })).toBeDisabled();
  await content.getByRole('button', { name: 'Lu' }).click();
  await expect(plan.getByRole('button', { name: /Reconnaître terminé/ })).toBeVisible();
  await page.getByRole('button', { name: 'Élément suivant' }).click();
  await expect(content.getByRole('heading', { name: 'Orienter' })).toBeVisible();
  await content.getByRole('button', { name: 'Échouer' }).click();
  await expect(plan.getByRole('button', { name: /Orienter à reprendre/ })).toBeVisible();
  expect(await completionsOf(site)).toEqual([]);
  await content.getByRole('button', { name: 'Réussir' }).click();
  await expect(page.getByText('Le module est terminé.')).toBeVisible();
  expect(await completionsOf(site)).toHaveLength(1);
});

test('a sequenced package goes on by itself, keeps its place when its tab is closed, and is completed', async ({
  startSite,
  newPage,
}) => {
  const site = await startSite();
  await installPackage(site, { sample: 'scorm2004-sequenced' });
  const page = await newPage(amina, { site, mayReach: packagesOrigins(site) });
  const content = await openPackage(page, 'm90');
  await expect(content.getByRole('heading', { name: 'La leçon' })).toBeVisible();
  await content.getByRole('button', { name: 'Lu' }).click();
  await content.getByRole('button', { name: 'Page suivante' }).click();
  await page.getByRole('button', { name: 'Élément suivant' }).click();
  await expect(content.getByRole('heading', { name: 'Le test' })).toBeVisible();
  await content.getByRole('button', { name: 'Page suivante' }).click();
  await expect(received(page)).toBeVisible();
  await page.goto('/parcours');

  await page.goto('/modules/m90/lecture');
  await page.getByRole('button', { name: 'Reprendre' }).click();
  await expect(content.getByRole('heading', { name: 'Le test' })).toBeVisible();
  await expect(content.locator('#page')).toHaveText('2');
  await content.getByRole('button', { name: 'Réussir' }).click();
  await expect(page.getByText('Le module est terminé.')).toBeVisible();
  expect(await completionsOf(site)).toHaveLength(1);
});
