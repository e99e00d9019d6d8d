import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { bruno, driss } from '#db/seeds/cast.ts';
import { expect, test } from '#tests/support/e2e/test.ts';
import { rawZip } from '#tests/support/packages/raw-zip.ts';
import { SAMPLES } from '#tests/support/packages/sample-packages.ts';
import { zipOf } from '#tests/support/packages/zip-of.ts';

const ONE = SAMPLES['scorm12-one'];

for (const javaScriptEnabled of [true, false])
  test(`a package is sent, examined, published, then delivered anew ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    newPage,
    startSite,
    askFor,
  }) => {
    askFor(422);
    // Axe itself is a script.
    const expectAccessibleHere = (page: Page) => (javaScriptEnabled ? expectAccessible(page) : Promise.resolve());
    const site = await startSite();
    const page = await newPage(bruno, { site, javaScriptEnabled });
    await page.goto('/atelier');
    await page.getByRole('link', { name: 'Paquets livrés par d’autres' }).click();
    await expect(page.getByText('Aucun pour l’instant.')).toBeVisible();
    await send(page, await zipOf(ONE));
    await expect(page.getByRole('heading', { level: 1, name: 'Écouter' })).toBeVisible();
    await expect(page.getByText('Le paquet est gardé.')).toBeVisible();
    await expect(page.getByText('Ce paquet s’exécutera')).toBeVisible();
    await expect(page.getByText('SCORM 1.2', { exact: true })).toBeVisible();
    await expect(page.getByText('Score de réussite : 80 sur 100.')).toBeVisible();
    await expectAccessibleHere(page);

    await describe(page, { code: 'm1' });
    await page.getByRole('button', { name: 'Publier le module' }).click();
    await expect(page.getByText('Un autre module a déjà ce code')).toBeVisible();
    await expect(page.getByLabel('Résumé')).toHaveValue('Un paquet d’une association.');
    await expectAccessibleHere(page);
    await describe(page, { code: 'm90' });
    await page.getByRole('button', { name: 'Publier le module' }).click();
    await expect(page.getByText('Le module est publié')).toBeVisible();
    await page.goto('/atelier');
    await expect(page.getByRole('row', { name: /Écouter m90 Édition 1, révision 1/ })).toBeVisible();

    await page.goto('/atelier/paquets');
    await send(page, await zipOf({ ...ONE, 'style.css': 'body { color: black; }' }));
    await expect(page.getByRole('radio', { name: 'Nouvelle version de m90, Écouter' })).toBeChecked();
    await page.getByLabel('Ce qui change').fill('Couleurs plus nettes.');
    await page.getByRole('radio', { name: /Une correction/ }).check();
    await page.getByRole('button', { name: 'Publier le module' }).click();
    await expect(page.getByText('m90, édition 1, révision 2')).toBeVisible();
    await page.goto('/atelier/paquet-m90');
    await expect(page.getByRole('link', { name: 'voir le paquet' })).toBeVisible();
    await expectAccessibleHere(page);
    for (const address of ['/modules/m90', '/parcours', '/recherche?q=ecouter', '/glossaire', '/seances/nouvelle'])
      expect((await page.request.get(address)).status(), address).toBe(200);
    // Pages that a package does not have lead somewhere, or are not there.
    for (const page90 of ['1', 'livret', 'choix', 'evaluation', 'evaluation/1', 'evaluation/fin'])
      expect((await page.request.get(`/modules/m90/${page90}`)).status(), page90).toBeLessThan(500);

    await page.goto('/atelier/paquets');
    await send(page, await zipOf(ONE));
    await expect(page.getByText('Ce paquet était déjà là')).toBeVisible();
  });

test('a package that is refused says why, is kept nowhere, and is shown to nobody else', async ({
  newPage,
  startSite,
}) => {
  const site = await startSite();
  const page = await newPage(bruno, { site });
  await page.goto('/atelier/paquets');
  await send(page, rawZip([{ name: '../<b>x</b>', content: 'x' }]));
  await expect(page.getByText('Ce paquet est refusé')).toBeVisible();
  await expect(page.getByText('Ce nom désigne un endroit hors du paquet')).toBeVisible();
  await expect(page.getByText('../<b>x</b>')).toBeVisible();
  await expectAccessible(page);
  expect(await site.db.selectFrom('package_delivery').select('id').execute()).toEqual([]);
  const address = new URL(page.url()).pathname;
  const somebodyElse = await newPage(driss, { site });
  await somebodyElse.goto(address);
  await expect(somebodyElse.getByText('Cet examen n’est plus connu')).toBeVisible();

  await page.goto('/atelier/paquets');
  await send(page, Buffer.alloc(0));
  await expect(page.getByRole('alert')).toContainText('Le fichier est vide');
});

async function send(page: Page, buffer: Buffer): Promise<void> {
  await page
    .getByLabel('Paquet (obligatoire)')
    .setInputFiles({ name: 'ecouter.zip', mimeType: 'application/zip', buffer });
  await page.getByRole('button', { name: 'Envoyer et examiner' }).click();
}

async function describe(page: Page, { code }: { code: string }): Promise<void> {
  await page.getByLabel('Code du nouveau module').fill(code);
  await page.getByLabel('Résumé').fill('Un paquet d’une association.');
  await page.getByLabel('Durée, en minutes').fill('15');
  await page.getByLabel('Objectifs').fill('Écouter sans juger.\nOrienter.');
  await page.getByLabel('Thèmes').fill('écoute, orientation');
  await page.getByLabel('Sujets annoncés').fill('violences sexuelles');
  await page.getByLabel('Médias annoncés').fill('Texte seul.');
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
