import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { driss } from '#db/seeds/cast.ts';
import { openSignInSession } from '#tests/support/e2e/people.ts';
import { expect, test } from '#tests/support/e2e/test.ts';

const PEOPLE = [
  'matricule;nom;prénom;statut;unité;depuis;désigné depuis',
  'I-1;Éluard;Zoé;militaire;FM-11;01/09/2025;oui',
  'I-2;Benali;Amina;civil;FM-11;01/09/2025;',
].join('\r\n');

for (const javaScriptEnabled of [true, false])
  test(`people come from a file: preview, application, result, undoing ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    newPage,
    startSite,
  }) => {
    const site = await startSite();
    const page = await newPage(driss, { site, javaScriptEnabled });
    await page.goto('/administration');
    await page.getByRole('link', { name: 'Importer les personnes et les unités' }).click();
    await send(page, 'rh.csv', Buffer.from(PEOPLE, 'latin1'));
    await expect(page.getByRole('row', { name: /^Nouvelles 2/ })).toBeVisible();
    await expect(page.getByText('Encodage : Windows-1252 (ou Latin-1). Séparateur : point-virgule.')).toBeVisible();
    await expect(page.getByText('Ligne 2 : Éluard Zoé (I-1), FM-11 depuis le 01/09/2025')).toBeVisible();
    const count = () => site.db.selectFrom('person').where('hr_number', 'in', ['I-1', 'I-2']).select('id').execute();
    expect(await count()).toHaveLength(0);

    await page.getByRole('button', { name: 'Appliquer l’import' }).click();
    await expect(page.getByText('2 ajouts.')).toBeVisible();
    expect(await count()).toHaveLength(2);
    await page.getByRole('button', { name: 'Annuler cet import' }).click();
    await expect(page.getByText('Ce qu’il avait changé est revenu.')).toBeVisible();
    expect(await count()).toHaveLength(0);
    await page.goto('/administration/imports');
    await expect(page.getByRole('row', { name: /rh\.csv .* annulé/ })).toBeVisible();
  });

test('refused lines say what to write, columns are corrected, and an import is given up', async ({
  newPage,
  startSite,
}) => {
  const site = await startSite();
  const page = await newPage(driss, { site });
  await page.goto('/administration/imports');
  await send(page, 'rh.csv', 'numéro;nom;prénom;unité\nI-1;=1+1;Zoé;FM-11\nI-2;Benali;Amina;FM-11');
  await expect(page.getByText('Aucune colonne ne donne le matricule')).toBeVisible();
  await page.getByLabel('Colonne numéro lue comme').selectOption('Matricule');
  await page.getByRole('button', { name: 'Relire le fichier ainsi' }).click();
  await expect(page.getByRole('row', { name: '2 nom « =1+1 » serait exécuté comme une formule' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Appliquer l’import' }).click();
  await expect(page.getByRole('alert')).toContainText('Rien n’a été appliqué : des lignes sont refusées');
  await page.getByRole('checkbox', { name: /Laisser de côté/ }).check();
  await page.getByRole('button', { name: 'Appliquer l’import' }).click();
  await expect(page.getByText('1 ajout, 1 ligne laissée de côté.')).toBeVisible();
  await expectAccessible(page);

  await page.goto('/administration/imports');
  await send(page, 'encore.csv', 'code;nom;rattachement\nFM-99;Neuve;FM');
  await page.getByRole('button', { name: 'Abandonner et effacer le fichier' }).click();
  await expect(page.getByRole('row', { name: /encore\.csv .* abandonné/ })).toBeVisible();
});

test('a file may be large, a form may not, and neither is read for who may not import', async ({
  request,
  startSite,
}) => {
  const site = await startSite();
  const large = Buffer.alloc(3 * 1024 * 1024, 'a');
  const post = async (address: string, personId: string | null) => {
    const session = personId ? `reperes=${await openSignInSession(site.db, personId)}` : '';
    const fichier = { name: 'rh.csv', mimeType: 'text/csv', buffer: large };
    return request.post(`${site.origin}${address}`, {
      multipart: { fichier },
      headers: { origin: site.origin, cookie: session },
      maxRedirects: 0,
    });
  };
  expect((await post('/administration/imports/deposer', null)).headers().location).toMatch(/^\/connexion/);
  const form = await post('/administration/imports?_action=abandonImport', driss.personId);
  expect(form.status()).toBe(413);
  expect(await form.text()).toContain('trop gros');
  const kept = await post('/administration/imports/deposer', driss.personId);
  expect(kept.status()).toBe(303);
  expect(kept.headers().location).toMatch(/^\/administration\/imports\/[0-9a-f-]{36}$/);
  const state = () => site.db.selectFrom('import_batch').select('state').executeTakeFirst();
  await expect.poll(state).toEqual({ state: 'refused' });
});

async function send(page: Page, name: string, content: string | Buffer): Promise<void> {
  const buffer = typeof content === 'string' ? Buffer.from(content) : content;
  await page.getByLabel('Fichier').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Envoyer et voir l’aperçu' }).click();
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
