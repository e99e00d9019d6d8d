import { sql } from 'kysely';
import { readdirSync } from 'node:fs';
import { amina } from '#db/seeds/cast.ts';
import { dataVersion } from '#tests/support/e2e/data-version.ts';
import { expect, test } from '#tests/support/e2e/test.ts';

test('help shows whom to call, signed in or not, with or without JavaScript', async ({ newPage }) => {
  for (const person of [null, amina])
    for (const javaScriptEnabled of [true, false]) {
      const page = await newPage(person, { javaScriptEnabled });
      await page.goto('/aide');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('link', { name: '08 08 800 321' }).first()).toHaveAttribute('href', 'tel:0808800321');
    }
});

test('reading help writes neither a row nor a line of log', async ({ startSite, newPage }) => {
  const site = await startSite();
  const page = await newPage(amina, { site });
  await page.goto('/connexion');
  const before = { version: await dataVersion(site.db), files: readdirSync(site.dataFolder) };
  for (const address of ['/aide', '/aide#ecoute-defense', '/aide?depuis=m1', '/quitter']) await page.goto(address);
  expect(await dataVersion(site.db)).toBe(before.version);
  expect(readdirSync(site.dataFolder)).toEqual(before.files);
  expect(site.log()).toBe('');
});

test('help answers while the session table cannot be read', async ({ startSite, newPage }) => {
  const site = await startSite();
  const page = await newPage(amina, { site });
  await sql`drop table sign_in_session`.execute(site.db);
  const response = await page.goto('/aide');
  expect(response?.status()).toBe(200);
});

test('the installation adds its own contacts, and an unusable file leaves the shipped ones', async ({
  startSite,
  newPage,
}) => {
  const contact =
    '{ id: cellule, nom: Cellule de la base, besoin: parler, numero: "01 23 45 67 89", qui: "Des pairs." }';
  const site = await startSite({ files: { 'aide.yaml': `contacts: [${contact}]\n` } });
  const page = await newPage(null, { site });
  await page.goto('/aide');
  await expect(page.getByText('Cellule de la base')).toBeVisible();
  await expect(page.getByText('Écoute Défense').first()).toBeVisible();

  const broken = await newPage(null, { site: await startSite({ files: { 'aide.yaml': 'contacts: [' } }) });
  await broken.goto('/aide');
  await expect(broken.getByText('Écoute Défense').first()).toBeVisible();
});

test('on a phone, help is one gesture away on every page of somebody signed in', async ({ newPage, newLearner }) => {
  const page = await newPage(await newLearner(), { viewport: { width: 360, height: 740 } });
  for (const address of ['/parcours', '/modules/m1', '/compte', '/recherche']) {
    await page.goto(address);
    const help = page.getByRole('banner').getByRole('link', { name: 'Aide', exact: true });
    await expect(help).toBeInViewport();
    expect((await help.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
  await page.getByRole('banner').getByRole('link', { name: 'Aide', exact: true }).click();
  await expect(page).toHaveURL(/\/aide$/);
});
