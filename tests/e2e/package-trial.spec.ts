import { bruno } from '#db/seeds/cast.ts';
import { expect, test } from '#tests/support/e2e/test.ts';
import { installPackage, SAMPLES } from '#tests/support/packages/sample-packages.ts';

test('a dry run opens each item, and says what failed', async ({ startSite, newPage, askFor, watch }) => {
  askFor(404);
  const site = await startSite();
  const files = { ...SAMPLES['scorm12-two'] };
  files['deux/index.html'] = `<!doctype html><title>x</title><img src="absente.png" alt=""><script>
    const api = parent.API; api.LMSInitialize(''); api.LMSSetValue('cmi.core.lesson_status', 'n’importe quoi'); </script>
    <script src="absent.js"></script>`;
  const { deliveryId } = await installPackage(site, { files });
  const page = await newPage(bruno, { site, mayReach: `http://*.localhost:${site.packagesPort}` });
  await page.goto(`/atelier/paquets/${deliveryId}`);
  await page.getByRole('link', { name: 'Essai à blanc' }).click();
  await page.getByRole('button', { name: 'Commencer l’essai' }).click();
  await expect(page.getByRole('status')).toContainText('3 points ont été relevés', { timeout: 30_000 });
  await expect(page.getByText('Appel refusé : LMSSetValue(cmi.core.lesson_status), code 405')).toBeVisible();
  await expect(page.getByText('Absent du paquet, ou hors de portée : deux/absente.png')).toBeVisible();
  await expect(page.getByText('Absent du paquet, ou hors de portée : deux/absent.js')).toBeVisible();
  const records = await site.db.selectFrom('package_attempt').select('id').execute();
  expect(records).toEqual([]);
  // What the browser says of the missing script is the package's fault, and asked for.
  watch.problems = watch.problems.filter((problem) => !problem.includes('absent.js'));
});

test('a script that fails is seen', async ({ startSite, newPage, watch }) => {
  const site = await startSite();
  const files = {
    ...SAMPLES['scorm12-one'],
    'index.html': '<!doctype html><title>x</title><script>absente();</script>',
  };
  const { deliveryId } = await installPackage(site, { files });
  const page = await newPage(bruno, { site, mayReach: `http://*.localhost:${site.packagesPort}` });
  await page.goto(`/atelier/paquets/${deliveryId}/essai`);
  await page.getByRole('button', { name: 'Commencer l’essai' }).click();
  await expect(page.getByText(/Erreur de script : .*absente is not defined/)).toBeVisible({ timeout: 30_000 });
  // The failure is the package's own, and asked for.
  watch.problems = watch.problems.filter((problem) => !problem.includes('absente is not defined'));
});
