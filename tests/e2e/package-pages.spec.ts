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
  await expect(page.getByRole('navigation', { name: 'Plan' })).toBeVisible();
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
