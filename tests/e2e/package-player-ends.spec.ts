import { amina } from '#db/seeds/cast.ts';
import { call, contentOf, expectReceived, openContent, packagesOrigins } from '#tests/support/e2e/package-player.ts';
import { expect, test } from '#tests/support/e2e/test.ts';
import { installPackage, SAMPLES } from '#tests/support/packages/sample-packages.ts';
import { quietPage } from '#tests/support/packages/speaking-pages.ts';

const FILES = { ...SAMPLES['scorm12-one'], 'index.html': quietPage('Calme', 'scorm12') };

test('who signs out in another tab leaves nothing of the package on the screen, and loses nothing', async ({
  startSite,
  newPage,
}) => {
  const site = await startSite();
  await installPackage(site, { files: FILES });
  const page = await newPage(amina, { site, mayReach: packagesOrigins(site) });
  const content = await openContent(page, 'Calme');
  await call(content, 'LMSInitialize', '');
  await expectReceived(page);
  const other = await page.context().newPage();
  await other.goto('/compte');
  await other.getByRole('button', { name: 'Se déconnecter', exact: true }).click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Connexion');
  await call(content, 'LMSSetValue', 'cmi.suspend_data', 'après la déconnexion');
  await expect(page.getByText('Vous n’êtes plus connecté')).toBeVisible();
  await expect(page.locator('.player__frame')).toHaveCount(0);
  const { state } = await site.db.selectFrom('package_item').select('state').executeTakeFirstOrThrow();
  expect(state).toContain('après la déconnexion');
});

test('a content that does not answer says so, and is asked for again', async ({ startSite, newPage, watch }) => {
  const site = await startSite();
  await installPackage(site, { files: FILES });
  const page = await newPage(amina, { site, mayReach: packagesOrigins(site) });
  const ofPackages = (url: URL) => url.port === String(site.packagesPort);
  await page.route(ofPackages, (route) => route.abort('connectionrefused'));
  await page.goto('/modules/m90/lecture');
  await page.getByRole('button', { name: 'Ouvrir' }).click();
  await expect(page.getByRole('alert')).toContainText('Le contenu du module ne répond pas', { timeout: 20_000 });
  await page.unroute(ofPackages);
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await expect(contentOf(page).getByRole('heading', { name: 'Calme' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  watch.problems = watch.problems.filter((problem) => !problem.includes('net::ERR_CONNECTION_REFUSED'));
});

for (const { width, isOpen } of [
  { width: 1280, isOpen: true },
  { width: 360, isOpen: false },
])
  test(`at ${width} pixels the plan is ${isOpen ? 'open' : 'a line above the content'}`, async ({
    startSite,
    newPage,
  }) => {
    const site = await startSite();
    await installPackage(site, { files: SAMPLES['scorm12-two'] });
    const page = await newPage(amina, { site, mayReach: packagesOrigins(site), viewport: { width, height: 800 } });
    await page.goto('/modules/m90/lecture');
    await page.getByRole('button', { name: 'Ouvrir' }).click();
    const plan = page.getByRole('navigation', { name: 'Plan' });
    await expect(plan.getByText('Plan')).toBeVisible();
    const lines = plan.getByRole('list');
    await expect(lines).toBeVisible({ visible: isOpen });
    await plan.getByText('Plan').click();
    await expect(lines).toBeVisible({ visible: !isOpen });
  });
