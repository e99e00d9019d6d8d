import { amina, bruno, chloe, driss } from '#db/seeds/cast.ts';
import { SEED_SESSIONS } from '#db/seeds/hold-sessions.ts';
import { expect, test } from '#tests/support/e2e/test.ts';

test('a trainer plans a session, enrols, notes presence and closes it, without JavaScript', async ({
  newPage,
  startSite,
}) => {
  const site = await startSite();
  const { hr_number: numbers } = await site.db
    .selectFrom('person')
    .where('id', '=', amina.personId)
    .select('hr_number')
    .executeTakeFirstOrThrow();
  const page = await newPage(bruno, { site, javaScriptEnabled: false });
  await page.goto('/seances');
  await page.getByRole('link', { name: 'Créer une séance' }).click();
  await page.getByLabel('Module').selectOption({ index: 2 });
  await page.getByLabel('Date').fill('2026-11-20');
  await page.getByLabel('Heure de début').fill('09:30');
  await page.getByLabel('Lieu').fill('Salle des essais');
  await page.getByLabel('Ou un nom').fill('Solène Fictive');
  await page.getByLabel('Nombre de places').fill('2');
  await page.getByRole('button', { name: 'Créer la séance' }).click();
  await expect(page.getByRole('status')).toHaveText('La séance est enregistrée.');

  const enrol = page.locator('form', { has: page.getByRole('button', { name: 'Inscrire ces personnes' }) });
  await enrol.getByLabel('Matricules').fill(`${numbers}\n`);
  await enrol.getByRole('button').click();
  await expect(page.getByRole('cell', { name: numbers! })).toBeVisible();

  await page.getByRole('checkbox', { name: `Présence : ${amina.givenName} ${amina.familyName}` }).check();
  await page.getByRole('button', { name: 'Enregistrer les présences' }).click();
  await page.getByRole('button', { name: 'Clôturer la séance' }).click();
  await expect(page.getByRole('status')).toContainText('clôturée');
  const completions = await site.db
    .selectFrom('completion')
    .where('person_id', '=', amina.personId)
    .select('completed_on')
    .execute();
  expect(completions).toEqual([{ completed_on: '2026-11-23' }]);
});

test('a refusal keeps what was typed and names the unknown numbers', async ({ page, login, askFor }) => {
  askFor(422);
  await login(bruno);
  await page.goto(`/seances/${SEED_SESSIONS.toCome.sessionId}`);
  const enrol = page.locator('form', { has: page.getByRole('button', { name: 'Inscrire ces personnes' }) });
  await enrol.getByLabel('Matricules').fill('D-000001 INCONNU-1');
  await enrol.getByRole('button').click();
  await expect(page.getByRole('alert')).toContainText('Matricule inconnu : INCONNU-1');
  await expect(enrol.getByLabel('Matricules')).toHaveValue('D-000001 INCONNU-1');
});

test('the sheet has a line to sign for each person enrolled, on paper too', async ({ page, login, db }) => {
  const { sessionId } = SEED_SESSIONS.toCome;
  const enrolled = await db.selectFrom('enrolment').where('session_id', '=', sessionId).select('person_id').execute();
  await login(bruno);
  await page.goto(`/seances/${sessionId}/feuille`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('rowheader')).toHaveCount(enrolled.length);
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  await expect(page.getByText('Cette page est faite pour être imprimée')).toBeHidden();
});

for (const [address, allowed] of [
  ['/seances', [bruno, driss]],
  [`/seances/${SEED_SESSIONS.closed.sessionId}`, [bruno, driss]],
  [`/seances/${SEED_SESSIONS.closed.sessionId}/feuille`, [bruno, driss]],
  ['/rencontres', [bruno, driss]],
  ['/rencontres/maisons', [driss]],
  ['/bilan/2026', [driss]],
  ['/bilan/2026/export/csv', [driss]],
] as const)
  test(`${address} is there for those who may see it alone`, async ({ newPage }) => {
    for (const person of [amina, bruno, chloe, driss]) {
      const page = await newPage(person);
      const response = await page.request.get(address);
      const isAllowed = allowed.some(({ personId }) => personId === person.personId);
      expect(response.status(), person.username).toBe(isAllowed ? 200 : 404);
    }
  });

test('the review of a year that has not begun is not there', async ({ newPage }) => {
  const page = await newPage(driss);
  expect((await page.request.get('/bilan/2027')).status()).toBe(404);
  expect((await page.request.get('/bilan/2023/export/csv')).status()).toBe(404);
});

test('the file of the review holds the figures of its page', async ({ newPage, startSite }) => {
  // Of its own: elsewhere somebody may complete a module between the page and the file.
  const page = await newPage(driss, { site: await startSite() });
  await page.goto('/bilan/2026');
  const row = page.getByRole('row', { name: /^Personnes formées/ }).first();
  const shown = (await row.getByRole('cell').first().innerText()).replace(/\s/g, '');
  const file = await (await page.request.get('/bilan/2026/export/csv')).text();
  expect(file).toContain(`L’essentiel;Personnes formées;${shown};`);
});
