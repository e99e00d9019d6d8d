import type { Page } from '@playwright/test';
import { sql, type Kysely } from 'kysely';
import { amina, bruno, chloe, driss } from '#db/seeds/cast.ts';
import type { Database } from '#db/schema.ts';
import { SEED_SESSIONS } from '#db/seeds/hold-sessions.ts';
import { admitTestPerson } from '#tests/support/e2e/people.ts';
import { expect, test } from '#tests/support/e2e/test.ts';

test('a trainer plans a session, enrols, notes a presence by mistake, closes it and corrects it, without JavaScript', async ({
  newPage,
  startSite,
}) => {
  const site = await startSite();
  const learner = await learnerOf(site.db);
  const page = await newPage(bruno, { site, javaScriptEnabled: false });
  await page.goto('/seances');
  await expect(page.getByText('les présences ne comptent qu’à partir de la clôture')).toBeVisible();
  await planSession(page);
  await expect(page.getByRole('status')).toHaveText('La séance est enregistrée.');
  await expect(page.getByText('notez et enregistrez d’abord les présences')).toBeVisible();

  const enrol = page.locator('form', { has: page.getByRole('button', { name: 'Inscrire ces personnes' }) });
  await enrol.getByLabel('Matricules').fill(`${learner.hrNumber} ${amina.hrNumber}\n`);
  await enrol.getByRole('button').click();
  await expect(page.getByRole('cell', { name: learner.hrNumber })).toBeVisible();

  await page.getByRole('checkbox', { name: `Présence : ${learner.name}` }).check();
  await page.getByRole('button', { name: 'Enregistrer les présences' }).click();
  await page.getByRole('link', { name: 'Relire la liste et clôturer' }).click();
  await expect(page.getByRole('heading', { name: 'Présents : 1', exact: true })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: learner.familyName })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Inscrits, non présents : 1' })).toBeVisible();
  await page.getByRole('button', { name: 'Clôturer la séance' }).click();
  await expect(page.getByRole('status')).toContainText('clôturée');

  const chief = await newPage(driss, { site });
  const line = chief.getByRole('row').filter({ hasText: learner.familyName });
  const seeLine = () => chief.goto(`/suivi/${learner.unitCode}?module=m1&recherche=${learner.hrNumber}`);
  await seeLine();
  await expect(line).toContainText('Terminé le 20 novembre 2026, compté depuis le 23 novembre 2026');
  const own = await newPage(learner, { site });
  await own.goto('/modules/m1');
  await expect(own.getByText('Vous avez terminé ce module le 20 novembre 2026')).toBeVisible();
  const attestation = await own.getByRole('link', { name: 'Mon attestation' }).getAttribute('href');

  const correct = page.locator('form', { has: page.getByRole('button', { name: 'Retirer cette présence' }) });
  await expect(correct).toContainText('sera retiré à compter d’aujourd’hui ; les chiffres des jours passés');
  await correct.getByLabel('Personne présente').selectOption(learner.personId);
  await correct.getByLabel('Raison').fill('Confusion de noms');
  await correct.getByRole('button').click();
  await expect(page.getByRole('status')).toContainText('ne compte plus à partir d’aujourd’hui');

  await seeLine();
  await expect(line).toContainText('Commencé le 23 novembre 2026');
  await own.reload();
  await expect(own.getByText('Raison : Confusion de noms')).toBeVisible();
  await own.goto(attestation!);
  await expect(own.getByRole('heading', { name: 'Attestation retirée' })).toBeVisible();
  await expect(own.getByRole('button', { name: 'Imprimer' })).toHaveCount(0);
  await own.goto('/compte');
  await expect(own.getByText('Raison : Confusion de noms')).toBeVisible();
});

test('a list that another trainer changed meanwhile is not closed', async ({ newPage, startSite, askFor }) => {
  askFor(422);
  const site = await startSite();
  const { sessionId } = SEED_SESSIONS.toClose;
  const page = await newPage(bruno, { site });
  await page.goto(`/seances/${sessionId}/cloturer`);
  await expect(page.getByRole('heading', { name: 'Présents : 7' })).toBeVisible();
  const { number } = await absentOf(site.db, sessionId);
  const other = await newPage(driss, { site });
  await other.goto(`/seances/${sessionId}`);
  const add = other.locator('form', { has: other.getByRole('button', { name: 'Noter ces présences' }) });
  await add.getByLabel('Matricules').fill(number);
  await add.getByRole('button').click();
  await page.getByRole('button', { name: 'Clôturer la séance' }).click();
  await expect(page.getByRole('alert')).toContainText('La liste a changé');
  await expect(page.getByRole('heading', { name: 'Présents : 8' })).toBeVisible();
  await page.getByRole('button', { name: 'Clôturer la séance' }).click();
  await expect(page.getByRole('status')).toContainText('clôturée');
});

test('a session that is cancelled shows nobody as absent, and has no sheet to sign', async ({
  newPage,
  startSite,
  askFor,
}) => {
  askFor(404);
  const site = await startSite();
  const here = `/seances/${SEED_SESSIONS.closed.sessionId}`;
  const page = await newPage(bruno, { site });
  await page.goto(here);
  await expect(page.getByText('Les 7 achèvements qu’elle a donnés seront retirés')).toBeVisible();
  const cancel = page.locator('form', { has: page.getByRole('button', { name: 'Annuler la séance' }) });
  await cancel.getByLabel('Raison').fill('Enregistrée deux fois');
  await cancel.getByRole('button').click();
  await expect(page.getByRole('status')).toContainText('7 achèvements donnés ne comptent plus');
  await expect(page.getByRole('columnheader', { name: 'Présence' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: /Feuille/ })).toHaveCount(0);
  expect((await page.goto(`${here}/feuille`))?.status()).toBe(404);
});

test('a session far away in time is refused with what may be written', async ({ page, login, askFor }) => {
  askFor(422);
  await login(bruno);
  await page.goto('/seances/nouvelle');
  await page.getByLabel('Module').selectOption('m1');
  await page.getByLabel('Date').fill('2062-11-20');
  await page.getByLabel('Heure de début').fill('09:30');
  await page.getByLabel('Lieu').fill('Salle des essais');
  await page.getByLabel('Ou un nom').fill('Solène Fictive');
  await page.getByLabel('Nombre de places').fill('2');
  await page.getByRole('button', { name: 'Créer la séance' }).click();
  await expect(page.getByText('indiquez une date jusqu’au 22 novembre 2028')).toBeVisible();
  await expect(page.getByLabel('Lieu')).toHaveValue('Salle des essais');
});

async function planSession(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Créer une séance' }).click();
  await page.getByLabel('Module').selectOption('m1');
  await page.getByLabel('Date').fill('2026-11-20');
  await page.getByLabel('Heure de début').fill('09:30');
  await page.getByLabel('Lieu').fill('Salle des essais');
  await page.getByLabel('Ou un nom').fill('Solène Fictive');
  await page.getByLabel('Nombre de places').fill('2');
  await page.getByRole('button', { name: 'Créer la séance' }).click();
}

/** Somebody designated who can sign in, with an HR number. */
async function learnerOf(db: Kysely<Database>) {
  const person = await admitTestPerson(db, { role: 'learner', unitCode: 'SE-12' });
  const hrNumber = 'E-700001';
  await db.updateTable('person').set({ hr_number: hrNumber }).where('id', '=', person.personId).execute();
  return { ...person, hrNumber, name: `${person.givenName} ${person.familyName}` };
}

async function absentOf(db: Kysely<Database>, sessionId: string): Promise<{ number: string }> {
  const row = await db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .where('session_id', '=', sessionId)
    .where(sql<boolean>`person.id not in (select person_id from attendance where session_id = ${sessionId})`)
    .select('hr_number')
    .executeTakeFirstOrThrow();
  return { number: row.hr_number! };
}

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
