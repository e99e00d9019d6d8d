import type { Page } from '@playwright/test';
import { amina, bruno, driss } from '#db/seeds/cast.ts';
import { expectAccessible } from '#tests/support/e2e/expect-accessible.ts';
import { openContent, packagesOrigins } from '#tests/support/e2e/package-player.ts';
import { admitTestPerson } from '#tests/support/e2e/people.ts';
import { expect, test } from '#tests/support/e2e/test.ts';
import { installPackage } from '#tests/support/packages/sample-packages.ts';

test.describe.configure({ timeout: 180_000 });

test('the door of a package, its player with a plan, and what a person sees of their own reasons', async ({
  startSite,
  newPage,
}) => {
  const site = await startSite();
  await installPackage(site, { sample: 'scorm12-two' });
  const page = await newPage(amina, { site, mayReach: packagesOrigins(site) });
  await page.goto('/modules/m90/lecture');
  await expectAccessible(page);
  const content = await openContent(page, 'Reconnaître');
  // The page is as narrow as it was left: the plan is asked for.
  await page.getByRole('navigation', { name: 'Plan' }).getByText('Plan').click();
  await expectAccessible(page);
  await content.getByRole('button', { name: 'Lu' }).click();
  await expect(page.getByRole('button', { name: /Reconnaître terminé/ })).toBeVisible();
  await page.goto('/modules/m90/lecture');
  await expect(page.getByText('Terminé : le contenu l’a signalé.')).toBeVisible();
  await expect(page.getByText('Pas encore ouvert.')).toBeVisible();
  await expectAccessible(page);
});

test('a trainer sees what a package asks and how many are where, nobody by name; others do not', async ({
  startSite,
  newPage,
  askFor,
}) => {
  const site = await startSite();
  await installPackage(site);
  for (let person = 0; person < 6; person += 1) {
    const learner = await admitTestPerson(site.db, { role: 'learner', unitCode: 'SE-12' });
    const page = await newPage(learner, { site, mayReach: packagesOrigins(site) });
    const content = await openContent(page, 'Écouter une personne');
    await content.getByRole('button', { name: person === 0 ? 'Réussir' : 'Page suivante' }).click();
    await expect(page.getByRole('status').filter({ hasText: /Reçu à \d\d/ })).toBeVisible();
    await page.close();
  }
  const page = await newPage(bruno, { site });
  await page.goto('/atelier/paquet-m90');
  await page.getByRole('link', { name: /Pourquoi ce module est terminé/ }).click();
  await expect(page.getByText('Ont ouvert la version en ligne : 6.')).toBeVisible();
  // One of six is too few: neither the one nor the five are said.
  await expect(page.getByRole('cell', { name: 'moins de 5, ou non montré' })).toHaveCount(2);
  await expectAccessible(page);

  askFor(404);
  const administrator = await newPage(driss, { site });
  await administrator.goto('/atelier/paquet-m90');
  await expect(administrator.getByRole('link', { name: /Pourquoi ce module est terminé/ })).toHaveCount(0);
  const refused = await administrator.goto('/atelier/paquet-m90/achevement');
  expect(refused?.status()).toBe(404);
});

test('what a page keeps in the browser is bounded, goes with its person, and one commit holds up no other', async ({
  startSite,
  newPage,
  askFor,
}) => {
  askFor(400);
  const site = await startSite();
  await installPackage(site);
  const page = await newPage(amina, { site, mayReach: packagesOrigins(site) });
  const content = await openContent(page, 'Écouter une personne');
  await expect(page.getByRole('status').filter({ hasText: /Reçu à \d\d/ })).toBeVisible();
  // A hostile package speaks in the shell's name: what it has kept is no commit, or much too large.
  await content.locator('html').evaluate(() => {
    const commits = [{ item: 'lecon' }, { item: 'autre', filling: 'x'.repeat(2_000_000) }];
    // The shell's own window, since that is where messages have to come from.
    const shell = window.parent as unknown as { eval(code: string): void };
    const message = JSON.stringify({ mark: 'reperes-lecture', message: { kind: 'kept', commits } });
    shell.eval(`window.parent.postMessage(${message}, '*')`);
  });
  await expect.poll(() => keptItems(page)).toEqual(['lecon']);
  await page.goto('/parcours');
  const again = await openContent(page, 'Écouter une personne');
  await again.getByRole('button', { name: 'Page suivante' }).click();
  await expect.poll(() => keptItems(page)).toEqual([]);

  await page.evaluate(() => localStorage.setItem('reste', 'oui'));
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page).toHaveURL(/connexion/);
  expect(await page.evaluate(() => localStorage.getItem('reste'))).toBeNull();
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});

const keptItems = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const request = indexedDB.open('reperes-lecture');
    const database = await new Promise<IDBDatabase>((resolve) => (request.onsuccess = () => resolve(request.result)));
    const all = database.transaction('commits').objectStore('commits').getAll();
    await new Promise((resolve) => (all.onsuccess = resolve));
    database.close();
    return (all.result as { commit: { item: string } }[]).map(({ commit }) => commit.item);
  });
