import { beginModule, readEveryLesson, sitAttempt } from '#tests/support/e2e/learner-journey.ts';
import { liveModule } from '#tests/support/e2e/live-module.ts';
import { expect, test } from '#tests/support/e2e/test.ts';

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a learner follows a module from its notice to the attestation', async ({ page, newLearner, login, db }) => {
      const module = await liveModule(db, 'm1');
      const learner = await newLearner();
      await login(learner);
      await page.goto('/parcours');
      await page.getByRole('link', { name: `Commencer : ${module.title}` }).click();
      await expect(page.getByRole('heading', { name: 'Avant de commencer' })).toBeVisible();
      await beginModule(page, module);
      await readEveryLesson(page, module);
      await page.getByRole('link', { name: 'Aller à l’évaluation' }).click();
      await sitAttempt(page, module, { isRight: true });
      await expect(page.getByText('Évaluation réussie')).toBeVisible();
      await page.getByRole('link', { name: 'Voir mon attestation' }).click();
      await expect(page.getByRole('heading', { name: 'Attestation de suivi' })).toBeVisible();
      const attestation = page.getByRole('article');
      await expect(attestation).toContainText(`${learner.givenName} ${learner.familyName}`);
      await expect(attestation).toContainText(module.title);
      await expect(attestation).toContainText(/23.novembre.2026/);
      await page.goto('/parcours');
      await expect(page.getByRole('listitem').filter({ hasText: module.title })).toContainText('Terminé');
    });

    test('a failed attempt says why and offers another, which may be passed', async ({
      page,
      newLearner,
      login,
      db,
    }) => {
      const module = await liveModule(db, 'm2');
      await login(await newLearner());
      await beginModule(page, module);
      await sitAttempt(page, module, { isRight: false });
      await expect(page.getByText('Évaluation non réussie cette fois : 0 sur')).toBeVisible();
      await expect(page.getByText('À relire').first()).toBeVisible();
      await sitAttempt(page, module, { isRight: true });
      await expect(page.getByText('Évaluation réussie')).toBeVisible();
      await expect(page.getByText('quand ces leçons seront marquées comme lues')).toBeVisible();
    });

    test('the place is kept on the server, whatever the device', async ({ page, newLearner, login, newPage, db }) => {
      const module = await liveModule(db, 'm1');
      const learner = await newLearner();
      await login(learner);
      await beginModule(page, module);
      await page.getByRole('button', { name: 'Leçon suivante' }).click();
      await expect(page).toHaveURL(/\/modules\/m1\/2$/);
      const phone = await newPage(learner, { viewport: { width: 360, height: 740 }, javaScriptEnabled });
      await phone.goto('/parcours');
      await phone.getByRole('link', { name: `Reprendre : ${module.title}` }).click();
      await expect(phone).toHaveURL(/\/modules\/m1\/2$/);
    });
  });
