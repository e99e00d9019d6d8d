import type { Page } from '@playwright/test';
import { PROGRAMME } from '#db/seeds/build-demonstration.ts';
import { amina, bruno, chloe, driss } from '#db/seeds/cast.ts';
import { SEED_SESSIONS } from '#db/seeds/hold-sessions.ts';
import { SEED_SENDING } from '#db/seeds/send-reminders.ts';
import { enumeratePages } from '#tests/support/e2e/enumerate-pages.ts';
import { beginModule } from '#tests/support/e2e/learner-journey.ts';
import { liveModule } from '#tests/support/e2e/live-module.ts';
import { completeByCommands, openByCommands } from '#tests/support/e2e/progress-by-commands.ts';
import { signInByForm } from '#tests/support/e2e/sign-in-form.ts';
import { expectAccessible } from '#tests/support/e2e/expect-accessible.ts';
import { expect, test } from '#tests/support/e2e/test.ts';

/** Addresses to look at for each page of the product, by who opens them. */
const SIGNED_OUT: Record<string, string> = {
  '/connexion': '/connexion',
  '/aide': '/aide',
  '/quitter': '/quitter',
  '/accessibilite': '/accessibilite',
};
const LEARNER: Record<string, string> = {
  '/parcours': '/parcours',
  '/compte': '/compte',
  '/recherche': '/recherche',
  '/glossaire': '/glossaire',
  '/modules/[code]': '/modules/m1',
  '/modules/[code]/[lesson]': '/modules/m1/1',
  '/modules/[code]/livret': '/modules/m1/livret',
  '/modules/[code]/choix': '/modules/m1/choix',
  '/modules/[code]/evaluation': '/modules/m2/evaluation',
  '/modules/[code]/evaluation/[position]': '/modules/m2/evaluation/1',
  '/modules/[code]/evaluation/fin': '/modules/m2/evaluation/fin',
  '/modules/[code]/evaluation/resultat': '/modules/m1/evaluation/resultat',
};
const TRAINER: Record<string, string> = {
  '/seances': '/seances',
  '/seances/nouvelle': '/seances/nouvelle',
  '/seances/[id]': `/seances/${SEED_SESSIONS.toClose.sessionId}`,
  '/seances/[id]/modifier': `/seances/${SEED_SESSIONS.toCome.sessionId}/modifier`,
  '/seances/[id]/cloturer': `/seances/${SEED_SESSIONS.toClose.sessionId}/cloturer`,
  '/seances/[id]/feuille': `/seances/${SEED_SESSIONS.toCome.sessionId}/feuille`,
  '/rencontres': '/rencontres',
  '/atelier': '/atelier',
  '/atelier/demandes': '/atelier/demandes',
  '/atelier/paquets': '/atelier/paquets',
  '/atelier/paquets/lectures/[id]': '/atelier/paquets/lectures/inconnue',
  '/atelier/[module]': '/atelier/detecter-et-orienter',
  '/atelier/[module]/[lesson]': '/atelier/detecter-et-orienter/01-de-quoi-parle-t-on',
};
const MANAGER: Record<string, string> = {
  '/suivi/delegations': '/suivi/delegations',
  '/suivi/exports': '/suivi/exports',
  '/suivi/personnes/[id]/decisions': `/suivi/personnes/${amina.personId}/decisions`,
  '/suivi': '/suivi',
  '/suivi/[code]': '/suivi/FM',
  '/suivi/comparer': '/suivi/comparer?unite=FM&unite-2=FM-1',
  '/suivi/scelles': '/suivi/scelles?recompte=1',
  '/suivi/rappels': '/suivi/rappels',
  '/suivi/rappels/[id]': `/suivi/rappels/${SEED_SENDING}`,
};
const ADMINISTRATOR: Record<string, string> = {
  '/administration/personnes/[id]': `/administration/personnes/${amina.personId}`,
  '/administration/personnes/nouvelle': '/administration/personnes/nouvelle',
  '/administration/programmes': '/administration/programmes',
  '/administration/programmes/nouveau': '/administration/programmes/nouveau',
  '/administration/programmes/[slug]': `/administration/programmes/${PROGRAMME}`,
  '/administration/decisions': '/administration/decisions',
  '/administration/delegations': '/administration/delegations',
  '/rencontres/maisons': '/rencontres/maisons',
  '/bilan': '/bilan',
  '/bilan/[year]': '/bilan/2026',
  '/administration': '/administration',
  '/administration/imports': '/administration/imports',
  '/administration/journal': '/administration/journal',
  '/administration/unites/[code]': '/administration/unites/FM-11',
};
/** Pages that the tests below, and those of packages, reach in their own way. */
const REACHED_OTHERWISE = [
  '/404',
  '/atelier/[module]/achevement',
  '/modules/[code]/lecture',
  '/administration/imports/[id]',
  '/atelier/paquets/[id]',
  '/atelier/paquets/[id]/essai',
  '/attestations/[id]',
];
/** `/` only redirects, `/erreur` needs a bug, the others are no pages. */
const WITHOUT_A_PAGE = [
  '/atelier/[module]/livraison/[format]',
  '/modules/[code]/lecture/reception',
  '/',
  '/administration/imports/[id]/lignes-refusees.csv',
  '/administration/imports/deposer',
  '/atelier/paquets/deposer',
  '/erreur',
  '/healthz',
  '/bilan/[year]/export/[format]',
  '/listes/[list]/[format]',
  '/medias/[file]',
  '/suivi/[code]/export/[format]',
  '/suivi/exports/[id]/fichier',
  '/suivi/rappels/[id]/liste.csv',
];

// Axe looks at every element of long tables, four times.
test.describe.configure({ timeout: 180_000 });

test('every page of the product has its row in this file', () => {
  const rows = [SIGNED_OUT, LEARNER, TRAINER, MANAGER, ADMINISTRATOR].flatMap((row) => Object.keys(row));
  const known = [...rows, ...REACHED_OTHERWISE, ...WITHOUT_A_PAGE];
  expect(enumeratePages().filter((path) => !known.includes(path))).toEqual([]);
});

for (const address of Object.values(SIGNED_OUT))
  test(`${address} signed out`, async ({ page }) => {
    await page.goto(address);
    await expectAccessible(page);
  });

test('the accessibility declaration with every theme unfolded', async ({ page }) => {
  await page.goto('/accessibilite');
  for (const theme of await page.locator('details > summary').all()) await theme.click();
  await expectAccessible(page);
});

test('a refusal of the sign-in page', async ({ page, askFor }) => {
  askFor(422);
  await page.goto('/connexion');
  await signInByForm(page, { username: 'personne' }, 'mauvais-mot-de-passe');
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page);
});

test('a page that does not exist', async ({ page, askFor }) => {
  askFor(404);
  await page.goto('/nulle-part');
  await expectAccessible(page);
});

test.describe('a learner with a module completed, one in progress, one not begun', () => {
  for (const address of Object.values(LEARNER))
    test(address, async ({ page, newLearner, login, db }) => {
      const learner = await newLearner();
      await completeByCommands(db, learner.personId, 'm1');
      await openByCommands(db, learner.personId, 'm2');
      await login(learner);
      await page.goto(address);
      await expectAccessible(page);
    });

  test('the attestation', async ({ page, newLearner, login, db }) => {
    const learner = await newLearner();
    await completeByCommands(db, learner.personId, 'm1');
    await login(learner);
    await page.goto('/modules/m1');
    await page.getByRole('link', { name: 'Mon attestation' }).click();
    await expect(page).toHaveURL(/\/attestations\//);
    await expectAccessible(page);
  });

  test('the advance notice, then a lesson whose exercises are answered', async ({ page, newLearner, login, db }) => {
    const module = await liveModule(db, 'm3');
    await login(await newLearner());
    await page.goto('/modules/m3');
    await expectAccessible(page);
    await beginModule(page, module);
    for (const lesson of module.lessons.slice(0, 2)) {
      await page.goto(`/modules/m3/${lesson.number}`);
      await answerExercises(page);
      await expectAccessible(page);
    }
  });
});

for (const [person, addresses] of [
  [bruno, TRAINER],
  [chloe, MANAGER],
  [driss, ADMINISTRATOR],
] as const)
  for (const address of Object.values(addresses))
    test(`${address} as ${person.username}`, async ({ page, login }) => {
      await login(person);
      await page.goto(address);
      await expectAccessible(page);
    });

async function answerExercises(page: Page): Promise<void> {
  const questions = page.locator('section').filter({ has: page.getByRole('button', { name: 'Valider ma réponse' }) });
  const answered = page.getByRole('button', { name: 'Répondre de nouveau' });
  const count = await questions.count();
  for (let done = 1; done <= count; done += 1) {
    const question = questions.first();
    // Seen, an exercise comes to life; one to put in order then has buttons instead of its lists of places.
    await question.scrollIntoViewIfNeeded();
    await expect(question.getByRole('combobox')).toHaveCount(0);
    for (const group of await question.getByRole('group').all())
      await group.getByRole('radio').or(group.getByRole('checkbox')).first().check();
    await question.getByRole('button', { name: 'Valider ma réponse' }).click();
    await expect(answered).toHaveCount(done);
  }
}
