import { amina } from '#db/seeds/cast.ts';
import type { OwnSite } from '#tests/support/e2e/own-site.ts';
import { call, expectReceived, openContent, packagesOrigins, shown } from '#tests/support/e2e/package-player.ts';
import { startSiteServer } from '#tests/support/e2e/site-server.ts';
import { expect, test } from '#tests/support/e2e/test.ts';
import { installPackage, SAMPLES } from '#tests/support/packages/sample-packages.ts';
import { quietPage } from '#tests/support/packages/speaking-pages.ts';

const FILES = { ...SAMPLES['scorm12-one'], 'index.html': quietPage('Calme', 'scorm12') };

const kept = async (site: OwnSite) => {
  const rows = await site.db.selectFrom('package_item').select('state').execute();
  return rows.map(
    ({ state }) => (JSON.parse(state) as { data: { cmi?: { suspend_data?: string } } }).data.cmi?.suspend_data,
  );
};
const isNetworkNoise = (problem: string) => /net::ERR_|Failed to fetch/.test(problem);

test('what is said while the network is away is kept here, and received when it is back', async ({
  startSite,
  newPage,
  watch,
}) => {
  const site = await startSite();
  await installPackage(site, { files: FILES });
  const page = await newPage(amina, { site, mayReach: packagesOrigins(site) });
  const content = await openContent(page, 'Calme');
  await call(content, 'LMSInitialize', '');
  await expectReceived(page);
  await page.context().setOffline(true);
  expect(await call(content, 'LMSSetValue', 'cmi.suspend_data', 'hors réseau')).toBe('true');
  await expect(page.getByText('Gardé sur ce poste, pas encore reçu.')).toBeVisible();
  expect(await kept(site)).not.toContain('hors réseau');
  await page.context().setOffline(false);
  await expectReceived(page);
  await expect.poll(() => kept(site)).toEqual(['hors réseau']);
  watch.problems = watch.problems.filter((problem) => !isNetworkNoise(problem));
});

test('what a tab had kept is sent at the next opening', async ({ startSite, newPage, watch }) => {
  const site = await startSite();
  await installPackage(site, { files: FILES });
  const page = await newPage(amina, { site, mayReach: packagesOrigins(site) });
  const content = await openContent(page, 'Calme');
  await call(content, 'LMSInitialize', '');
  await expectReceived(page);
  await page.context().setOffline(true);
  await call(content, 'LMSSetValue', 'cmi.suspend_data', 'gardé puis rendu');
  await expect(page.getByText('Gardé sur ce poste, pas encore reçu.')).toBeVisible();
  const next = await page.context().newPage();
  await page.close();
  await page.context().setOffline(false);
  await openContent(next, 'Calme');
  await expect.poll(() => kept(site)).toEqual(['gardé puis rendu']);
  watch.problems = watch.problems.filter((problem) => !isNetworkNoise(problem));
});

test('a tab that is closed at once loses nothing, though its package never commits', async ({ startSite, newPage }) => {
  const site = await startSite();
  await installPackage(site, { files: FILES });
  const page = await newPage(amina, { site, mayReach: packagesOrigins(site) });
  const content = await openContent(page, 'Calme');
  await call(content, 'LMSInitialize', '');
  await call(content, 'LMSSetValue', 'cmi.suspend_data', 'sans commit');
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => kept(site)).toEqual(['sans commit']);
});

test('a second tab plays nothing; another machine offers to take over, and the first is told', async ({
  startSite,
  newPage,
}) => {
  const site = await startSite();
  await installPackage(site, { files: FILES });
  const page = await newPage(amina, { site, mayReach: packagesOrigins(site) });
  const content = await openContent(page, 'Calme');
  await call(content, 'LMSInitialize', '');
  await expectReceived(page);
  const second = await page.context().newPage();
  await second.goto(page.url());
  await expect(second.getByRole('alert')).toContainText('déjà ouvert dans un autre onglet');
  await expect(second.locator('.player__frame')).toHaveCount(0);
  await second.close();

  const elsewhere = await newPage(amina, { site, mayReach: packagesOrigins(site) });
  await elsewhere.goto('/modules/m90/lecture');
  await expect(elsewhere.getByText('Ce module est ouvert dans un autre onglet')).toBeVisible();
  await elsewhere.getByRole('button', { name: 'Reprendre ici' }).click();
  await shown(elsewhere, 'Calme');
  // What the first tab still says is received, and it is told that it goes on elsewhere.
  await call(content, 'LMSSetValue', 'cmi.core.lesson_status', 'completed');
  await expect(page.getByRole('alert')).toContainText('repris dans un autre onglet');
});

test('who signs out in the middle loses nothing of what was said', async ({ startSite, newPage }) => {
  const site = await startSite();
  await installPackage(site, { files: FILES });
  const page = await newPage(amina, { site, mayReach: packagesOrigins(site) });
  const content = await openContent(page, 'Calme');
  await call(content, 'LMSInitialize', '');
  await call(content, 'LMSSetValue', 'cmi.suspend_data', 'avant de partir');
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page).toHaveURL(/connexion/);
  await expect.poll(() => kept(site)).toEqual(['avant de partir']);
});

test('a server that is killed and started again loses nothing that was said meanwhile', async ({
  startSite,
  newPage,
  watch,
}) => {
  const site = await startSite();
  await installPackage(site, { files: FILES });
  const page = await newPage(amina, { site, mayReach: packagesOrigins(site) });
  const content = await openContent(page, 'Calme');
  await call(content, 'LMSInitialize', '');
  await expectReceived(page);
  await site.kill();
  await call(content, 'LMSSetValue', 'cmi.suspend_data', 'pendant la panne');
  await expect(page.getByText('Gardé sur ce poste, pas encore reçu.')).toBeVisible();
  const again = await startSiteServer(site.dataFolder, {
    PORT: String(site.port),
    REPERES_PACKAGES_PORT: String(site.packagesPort),
  });
  await expect.poll(() => kept(site), { timeout: 40_000 }).toEqual(['pendant la panne']);
  await again.stop();
  watch.problems = watch.problems.filter((problem) => !isNetworkNoise(problem));
});
