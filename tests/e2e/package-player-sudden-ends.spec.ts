import { amina } from '#db/seeds/cast.ts';
import type { OwnSite } from '#tests/support/e2e/own-site.ts';
import { call, expectReceived, openContent, packagesOrigins, setAll } from '#tests/support/e2e/package-player.ts';
import { expect, test } from '#tests/support/e2e/test.ts';
import { installPackage, SAMPLES } from '#tests/support/packages/sample-packages.ts';
import { course2004, leavingPage, quietPage } from '#tests/support/packages/speaking-pages.ts';

const FILES = { ...SAMPLES['scorm12-one'], 'index.html': quietPage('Calme', 'scorm12') };

const kept = async (site: OwnSite) => {
  const rows = await site.db.selectFrom('package_item').select('state').execute();
  return rows.map(
    ({ state }) => (JSON.parse(state) as { data: { cmi?: { suspend_data?: string } } }).data.cmi?.suspend_data,
  );
};
const isNetworkNoise = (problem: string) => /net::ERR_|Failed to fetch/.test(problem);

test('a network that goes without a word holds nothing up', async ({ startSite, newPage, watch }) => {
  const site = await startSite();
  await installPackage(site, { files: FILES });
  const page = await newPage(amina, { site, mayReach: packagesOrigins(site) });
  const content = await openContent(page, 'Calme');
  await call(content, 'LMSInitialize', '');
  await expectReceived(page);
  // This one is never answered; what comes after it would wait for ever.
  await page.route(/\/commit$/, () => {}, { times: 1 });
  await call(content, 'LMSSetValue', 'cmi.suspend_data', 'sans réponse');
  await expect(page.getByText('Gardé sur ce poste, pas encore reçu.')).toBeVisible();
  await call(content, 'LMSSetValue', 'cmi.suspend_data', 'avec réponse');
  await expect.poll(() => kept(site), { timeout: 30_000 }).toEqual(['avec réponse']);
  await expectReceived(page);
  watch.problems = watch.problems.filter((problem) => !isNetworkNoise(problem));
});

test('a laptop that is closed, and dies asleep, gives at the next opening what it kept', async ({
  startSite,
  newPage,
  watch,
}) => {
  const site = await startSite();
  await installPackage(site, { files: FILES });
  const page = await newPage(amina, { site, mayReach: packagesOrigins(site) });
  const context = page.context();
  const content = await openContent(page, 'Calme');
  await call(content, 'LMSInitialize', '');
  await expectReceived(page);
  await context.setOffline(true);
  await call(content, 'LMSSetValue', 'cmi.suspend_data', 'avant le sommeil');
  await expect(page.getByText('Gardé sur ce poste, pas encore reçu.')).toBeVisible();
  const browser = await context.newCDPSession(page);
  await browser.send('Page.setWebLifecycleState', { state: 'frozen' });
  const crashed = page.waitForEvent('crash');
  browser.send('Page.crash').catch(() => {});
  await crashed;
  await page.close();
  await context.setOffline(false);
  const next = await context.newPage();
  const again = await openContent(next, 'Calme');
  await expect.poll(() => kept(site)).toEqual(['avant le sommeil']);
  await call(again, 'LMSInitialize', '');
  await expectReceived(next);
  watch.problems = watch.problems.filter((problem) => !isNetworkNoise(problem));
});

test('where the browser forbids unload, what was said before is received all the same', async ({
  startSite,
  newPage,
  watch,
}) => {
  const site = await startSite();
  await installPackage(site, { files: course2004({ A: leavingPage('Un', 'unload') }) });
  const page = await newPage(amina, { site, mayReach: packagesOrigins(site) });
  await page.route(/\.localhost:/, async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    // Only browsers know where « *.localhost » is.
    const address = new URL(route.request().url());
    const url = `http://127.0.0.1:${address.port}${address.pathname}`;
    const response = await route.fetch({ url, headers: { ...route.request().headers(), host: address.host } });
    return route.fulfill({ response, headers: { ...response.headers(), 'permissions-policy': 'unload=()' } });
  });
  const content = await openContent(page, 'Un');
  await setAll(content, { 'cmi.suspend_data': 'dite avant' });
  await content.getByLabel('Votre note').fill('jamais dite');
  await page.goto('/parcours');
  await expect.poll(() => kept(site)).toEqual(['dite avant']);
  // The tab that went is no tab that plays.
  await openContent(page, 'Un');
  expect(watch.problems.filter((problem) => /unload is not allowed/.test(problem))).not.toEqual([]);
  watch.problems = watch.problems.filter((problem) => !/unload is not allowed/.test(problem));
});
