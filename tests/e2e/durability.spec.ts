import { beginModule, readEveryLesson, sitAttempt } from '#tests/support/e2e/learner-journey.ts';
import { liveModule } from '#tests/support/e2e/live-module.ts';
import { admitTestPerson } from '#tests/support/e2e/people.ts';
import { startSiteServer } from '#tests/support/e2e/site-server.ts';
import { expect, test } from '#tests/support/e2e/test.ts';

test('a completion that a page has confirmed survives the server being killed at once', async ({
  startSite,
  newPage,
}) => {
  test.slow();
  const site = await startSite();
  const module = await liveModule(site.db, 'm1');
  const learner = await admitTestPerson(site.db, { role: 'learner', unitCode: 'SE-12' });
  const page = await newPage(learner, { site });
  await beginModule(page, module);
  await readEveryLesson(page, module);
  await sitAttempt(page, module, { isRight: true });
  await expect(page.getByRole('link', { name: 'Voir mon attestation' })).toBeVisible();
  // What the page still asks for when the server dies would be reported as what the page did wrong.
  await page.goto('about:blank');
  await site.kill();

  const again = await startSiteServer(site.dataFolder, { PORT: String(site.port) });
  try {
    await page.goto('/modules/m1');
    await expect(page.getByText('Vous avez terminé ce module')).toBeVisible();
    await page.getByRole('link', { name: 'Mon attestation' }).click();
    await expect(page.getByRole('article')).toContainText(learner.familyName);
  } finally {
    await again.stop();
  }
});
