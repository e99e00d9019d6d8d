import type { Page } from '@playwright/test';
import { PROGRAMME } from '#db/seeds/build-demonstration.ts';
import { driss } from '#db/seeds/cast.ts';
import { dataVersion } from '#tests/support/e2e/data-version.ts';
import { admitTestPerson } from '#tests/support/e2e/people.ts';
import { expect, test } from '#tests/support/e2e/test.ts';

// Every walk is made without JavaScript: forms, answers and addresses alone.
const PLAIN = { javaScriptEnabled: false };
const DECISIONS = (personId: string) => `/suivi/personnes/${personId}/decisions`;

async function open(page: Page, title: string): Promise<void> {
  await page.locator('summary', { hasText: new RegExp(`^${title}$`) }).click();
}

/** Other tests open programmes of their own on the shared site: none is chosen beforehand then. */
async function choose(page: Page, section: string): Promise<void> {
  await page.getByRole('region', { name: section, exact: true }).getByLabel('Parcours').selectOption(PROGRAMME);
}

test('an administrator adds a person, corrects, moves and designates them, and reloading posts nothing again', async ({
  newPage,
  askFor,
}) => {
  const page = await newPage(driss, PLAIN);
  const hrNumber = `T-${Date.now()}`;
  await page.goto('/administration');
  await page.getByRole('link', { name: 'Ajouter une personne' }).click();
  await page.getByLabel('Matricule').fill(hrNumber);
  await page.getByLabel('Nom', { exact: false }).first().fill('Essai-Fiche');
  await page.getByLabel('Prénom').fill('Noé');
  await page.getByLabel('Statut').selectOption('civilian');
  await page.getByLabel(/^Unité/).fill('NULLE-PART');
  askFor(422);
  await page.getByRole('button', { name: 'Ajouter la personne' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('Prénom')).toHaveValue('Noé');
  await page.getByLabel(/^Unité/).fill('SE-12');
  await page.getByRole('button', { name: 'Ajouter la personne' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Essai-Fiche Noé');

  await open(page, 'Corriger la fiche');
  await page.getByLabel('Fonction').fill('Juriste');
  await page.getByRole('button', { name: 'Enregistrer la fiche' }).click();
  await expect(page.getByRole('status')).toContainText('La fiche est enregistrée');

  await open(page, 'Changer d’unité');
  await page.getByLabel('Nouvelle unité').fill('bureau des personnels civils');
  await page.getByRole('button', { name: 'Enregistrer l’affectation' }).click();
  await expect(page.getByRole('region', { name: 'Affectations', exact: true }).getByRole('row')).toHaveCount(2);

  await open(page, 'Désigner pour un parcours');
  await choose(page, 'Désignations');
  await page.getByRole('button', { name: 'Désigner', exact: true }).click();
  const designations = page.getByRole('region', { name: 'Désignations', exact: true }).getByRole('row');
  await expect(designations).toHaveCount(2);
  await page.reload();
  await expect(designations).toHaveCount(2);

  await page.goto(`/administration?recherche=${hrNumber}`);
  await expect(page.getByRole('link', { name: 'Essai-Fiche Noé' })).toBeVisible();
});

test('a manager proposes an exemption for somebody of their units, an administrator confirms it', async ({
  newPage,
  newManager,
  newLearner,
}) => {
  const learner = await newLearner('FM-11');
  const manager = await newPage(await newManager('FM-1'), PLAIN);
  await manager.goto(DECISIONS(learner.personId));
  await open(manager, 'Proposer une dispense');
  await choose(manager, 'Dispenses');
  await manager.getByLabel('Motif').fill('Fin de la fonction concernée');
  await manager.getByRole('button', { name: 'Proposer', exact: true }).first().click();
  await expect(manager.getByRole('heading', { name: 'En attente d’une seconde personne' })).toBeVisible();

  const administrator = await newPage(driss, PLAIN);
  await administrator.goto('/administration/decisions');
  const card = administrator.getByRole('listitem').filter({ hasText: learner.familyName });
  await expect(card).toContainText('Fin de la fonction concernée');
  await card.getByRole('button', { name: 'Confirmer' }).click();
  await expect(administrator.getByRole('status')).toContainText('confirmée');

  await manager.reload();
  await expect(manager.getByRole('region', { name: 'Dispenses', exact: true })).toContainText(
    'confirmé par Driss Haddad',
  );
});

test('a manager notes an absence, and reads « absent » where an administrator reads why', async ({
  newPage,
  newManager,
  newLearner,
}) => {
  const learner = await newLearner('FM-11');
  const manager = await newPage(await newManager('FM-1'), PLAIN);
  await manager.goto(DECISIONS(learner.personId));
  await open(manager, 'Noter une absence');
  await manager.getByLabel('Raison').selectOption('sick');
  await manager.getByRole('button', { name: 'Noter l’absence' }).click();
  const absences = manager.getByRole('region', { name: 'Liste des absences' });
  await expect(absences).toContainText('absent');
  await expect(absences).not.toContainText('arrêt');
  const administrator = await newPage(driss, PLAIN);
  await administrator.goto(`/administration/personnes/${learner.personId}`);
  await expect(administrator.getByRole('region', { name: 'Liste des absences' })).toContainText('arrêt');
});

test('an absence noted over another one proposes to prolong that one, which takes its reason', async ({
  newPage,
  newManager,
  newLearner,
  askFor,
}) => {
  const learner = await newLearner('FM-11');
  const manager = await newPage(await newManager('FM-1'), PLAIN);
  await manager.goto(DECISIONS(learner.personId));
  const note = async (through: string) => {
    await manager.getByLabel('Dernier jour d’absence').fill(through);
    await manager.getByLabel('Raison').selectOption('mission');
    await manager.getByRole('button', { name: 'Noter l’absence' }).click();
  };
  await open(manager, 'Noter une absence');
  await note('2026-12-20');
  await open(manager, 'Noter une absence');
  askFor(422);
  await note('2027-02-28');
  await expect(manager.getByText('Pour prolonger cette absence, changez sa fin')).toBeVisible();
  const longer = manager.locator('.card', { hasText: 'Prolonger l’absence du' });
  await expect(longer.getByLabel('Nouveau dernier jour')).toHaveValue('2027-02-28');
  await longer.getByLabel('Motif').fill('Mission prolongée');
  await longer.getByRole('button', { name: 'Enregistrer la fin' }).click();
  const absences = manager.getByRole('region', { name: 'Liste des absences' });
  await expect(absences).toContainText('28/02/2027');
  await expect(absences).toContainText('Fin changée : Mission prolongée');
  await expect(absences.getByRole('row')).toHaveCount(2);
});

test('a day years away and an equivalence to come are refused beside their field, however they are sent', async ({
  newPage,
  startSite,
}) => {
  const site = await startSite();
  const { db } = site;
  const learner = await admitTestPerson(db, { role: 'learner', unitCode: 'FM-11' });
  const somebody = await admitTestPerson(db, { role: 'manager', unitCode: 'FM-1' });
  const manager = await newPage(somebody, { ...PLAIN, site });
  await manager.goto(DECISIONS(learner.personId));
  const { origin } = new URL(manager.url());
  const about = { personId: learner.personId, place: 'suivi', programme: PROGRAMME };
  const before = await dataVersion(db);
  for (const [action, form, words] of [
    ['recordCredit', { ...about, doneOn: '2027-05-01', proof: 'Attestation 3' }, 'est de ce qui a déjà été suivi'],
    ['exemptPerson', { ...about, from: '2026-11-30', through: '2099-12-31', reason: 'Motif' }, '« Dernier jour »'],
    ['recordAbsence', { ...about, from: '2099-01-01', through: '', category: 'leave' }, '« Absent à partir du »'],
  ] as const) {
    const response = await manager.request.post(`${DECISIONS(learner.personId)}?_action=${action}`, {
      form,
      headers: { origin },
    });
    expect(response.status(), action).toBe(422);
    expect(await response.text(), action).toContain(words);
  }
  const delegation = { place: 'suivi', unitCode: 'FM-11', hrNumber: 'X', from: '2026-11-30', through: '2099-12-31' };
  const response = await manager.request.post('/suivi/delegations?_action=delegateFollowUp', {
    form: { ...delegation, reason: 'Permission' },
    headers: { origin },
  });
  expect(response.status()).toBe(422);
  expect(await response.text()).toContain('« Dernier jour » : choisissez une date entre le');
  expect(await dataVersion(db)).toBe(before);
});

test('nobody reaches a person of another unit, by page or by form', async ({ newPage, startSite }) => {
  const site = await startSite();
  const { db } = site;
  const stranger = await admitTestPerson(db, { role: 'learner', unitCode: 'FM-21' });
  const somebody = await admitTestPerson(db, { role: 'manager', unitCode: 'FM-1' });
  const manager = await newPage(somebody, { ...PLAIN, site });
  await manager.goto('/suivi/delegations');
  const { origin } = new URL(manager.url());
  expect((await manager.request.get(DECISIONS(stranger.personId))).status()).toBe(404);
  const form = {
    personId: stranger.personId,
    place: 'suivi',
    programme: PROGRAMME,
    from: '2026-11-30',
    doneOn: '2026-11-01',
    reason: 'Motif',
    proof: 'Preuve',
    category: 'leave',
    absenceId: stranger.personId,
    on: '2026-11-30',
  };
  const before = await dataVersion(db);
  for (const action of ['exemptPerson', 'recordCredit', 'recordAbsence', 'changeAbsenceEnd']) {
    const response = await manager.request.post(`/suivi?_action=${action}`, { form, headers: { origin } });
    expect(response.status(), action).toBe(404);
  }
  expect(await dataVersion(db)).toBe(before);
});

test('a programme is opened, shown whom it would concern, designates them once, and is closed', async ({ newPage }) => {
  const page = await newPage(driss, PLAIN);
  const slug = `essai-${Date.now()}`;
  await page.goto('/administration/programmes/nouveau');
  await page.getByLabel('Nom court').fill(slug);
  await page.getByLabel('Nom (obligatoire)', { exact: true }).fill(`Parcours ${slug}`);
  await page.getByLabel('Année').fill('2027');
  await page.getByLabel('Échéance').fill('2027-12-31');
  await page.getByLabel(/^m1,/).check();
  await page.getByRole('button', { name: 'Ouvrir le parcours' }).click();
  await expect(page.getByRole('status')).toContainText('ouvert');

  await page.getByLabel(/^Unité/).fill('FM-11');
  await page.getByLabel('Statut').selectOption('military');
  await page.getByRole('button', { name: 'Voir combien de personnes' }).click();
  await expect(page.getByRole('heading', { name: 'Aperçu' })).toBeVisible();
  const designate = page.getByRole('button', { name: /^Désigner \d+ personnes$/ });
  const count = /\d+/.exec((await designate.textContent())!)![0];
  await designate.click();
  await expect(page.getByRole('status')).toContainText(`${count} personnes`);

  await page.getByLabel(/^Unité/).fill('FM-11');
  await page.getByLabel('Statut').selectOption('military');
  await page.getByRole('button', { name: 'Voir combien de personnes' }).click();
  await expect(page.getByText('À désigner')).toContainText('personne');
  await expect(designate).toHaveCount(0);

  await page.getByRole('button', { name: 'Fermer le parcours' }).click();
  await expect(page.getByText('il n’est plus demandé à personne').first()).toBeVisible();
});

test('a manager delegates the follow-up of a unit; it opens to the delegate on that day and closes when it is ended', async ({
  newPage,
  newManager,
  newLearner,
  db,
}) => {
  const delegate = await newLearner('SE-12');
  const hrNumber = `D-${delegate.username.toUpperCase()}`;
  await db.updateTable('person').set({ hr_number: hrNumber }).where('id', '=', delegate.personId).execute();
  const theirs = await newPage(delegate, PLAIN);
  expect((await theirs.request.get('/suivi/FM-11')).status()).toBe(404);
  const manager = await newPage(await newManager('FM-1'), PLAIN);
  await manager.goto('/suivi/delegations');
  await manager.getByLabel(/^Unité/).fill('FM-11');
  await manager.getByLabel('Matricule de qui reçoit le suivi').fill(hrNumber);
  await manager.getByLabel('Dernier jour').fill('2026-12-05');
  await manager.getByLabel('Raison').fill('Permission');
  await manager.getByRole('button', { name: 'Déléguer', exact: true }).click();
  await expect(manager.getByRole('status')).toContainText('délégué');
  expect((await theirs.request.get('/suivi/FM-11')).status()).toBe(200);
  expect((await theirs.request.get('/suivi/FM-1')).status()).toBe(404);
  await manager.getByRole('button', { name: /^Terminer/ }).click();
  expect((await theirs.request.get('/suivi/FM-11')).status()).toBe(404);
});

test('a programme that is refused keeps what was typed, and says why', async ({ page, login, askFor }) => {
  askFor(422);
  await login(driss);
  await page.goto('/administration/programmes/nouveau');
  const form = page.locator('form[action*="createProgramme"]');
  await form.locator('input[type="text"], input:not([type])').first().fill('Essai');
  await form.evaluate((element: HTMLFormElement) => {
    element.noValidate = true;
  });
  await page.getByRole('button', { name: 'Ouvrir le parcours' }).click();
  await expect(page.getByRole('heading', { name: 'Ouvrir un parcours' })).toBeVisible();
  await expect(page.getByRole('alert')).toBeVisible();
});

test('the journal is read in words, by genre, person and days', async ({ newPage, newLearner, db }) => {
  const learner = await newLearner('FM-11');
  const hrNumber = `J-${learner.username.toUpperCase()}`;
  await db.updateTable('person').set({ hr_number: hrNumber }).where('id', '=', learner.personId).execute();
  const page = await newPage(driss, PLAIN);
  await page.goto(`/administration/personnes/${learner.personId}`);
  await page.getByRole('link', { name: 'Actes du journal' }).click();
  await page.getByLabel('Genre d’acte').selectOption('obligations');
  await page.getByRole('button', { name: 'Filtrer' }).click();
  const lines = page.getByRole('region', { name: 'Journal' }).getByRole('row');
  await expect(lines.nth(1)).toContainText('Personne désignée');
  await expect(lines.nth(1)).toContainText('parcours Formation initiale VSS ; à partir du');
  await page.getByLabel('Au', { exact: true }).fill('2020-01-01');
  await page.getByRole('button', { name: 'Filtrer' }).click();
  await expect(page.getByText('Aucun acte ne correspond.')).toBeVisible();
});
