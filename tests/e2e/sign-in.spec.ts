import { ACCOUNT_POLICY } from '#domain/identity/sign-in-pause.ts';
import { parseInstant } from '#domain/time/instant.ts';
import { listSessions, updateSessionExpiry } from '#features/sign-in/queries.ts';
import { expect, test } from '#tests/support/e2e/test.ts';
import { signInByForm } from '#tests/support/e2e/sign-in-form.ts';

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('somebody signs in by the form, comes to what they have to do, and signs out', async ({
      page,
      newLearner,
    }) => {
      await page.goto('/');
      await expect(page).toHaveURL(/\/connexion\?suite=%2F$/);
      await signInByForm(page, await newLearner());
      await expect(page.getByRole('heading', { level: 1, name: 'Mon parcours' })).toBeVisible();
      await page.getByRole('button', { name: 'Se déconnecter' }).click();
      await expect(page).toHaveURL(/\/connexion$/);
      await page.goto('/parcours');
      await expect(page).toHaveURL(/\/connexion\?suite=/);
    });
  });

test('an unknown account and a wrong password get the same answer', async ({ page, newLearner, askFor }) => {
  askFor(422);
  const answers = [];
  for (const username of [(await newLearner()).username, 'personne']) {
    await page.goto('/connexion');
    await signInByForm(page, { username }, 'mauvais-mot-de-passe');
    answers.push(await page.getByRole('alert').textContent());
  }
  expect(answers[0]).toContain('Identifiant ou mot de passe incorrect');
  expect(answers[1]).toBe(answers[0]);
});

test('repeated failures slow the account, and the page says so', async ({ page, newLearner, askFor }) => {
  askFor(422);
  const learner = await newLearner();
  await page.goto('/connexion');
  for (let count = 0; count < ACCOUNT_POLICY.allowedFailures; count++) {
    await signInByForm(page, learner, 'mauvais-mot-de-passe');
    await expect(page.getByRole('alert')).toContainText('incorrect');
  }
  await signInByForm(page, learner);
  await expect(page.getByRole('alert')).toContainText('Trop d’essais : attendez 30 secondes');
});

test('the way back leads only to a page of the house', async ({ page, newLearner }) => {
  const learner = await newLearner();
  for (const suite of [
    'https://ailleurs.example/',
    '//ailleurs.example/',
    '/\\ailleurs.example',
    'javascript:alert(1)',
  ]) {
    await page.context().clearCookies();
    await page.goto(`/connexion?suite=${encodeURIComponent(suite)}`);
    await signInByForm(page, learner);
    await expect(page).toHaveURL(/\/parcours$/);
  }
});

test('after an expired session one comes back to the same page', async ({ page, newLearner, login, db }) => {
  const learner = await newLearner();
  await login(learner);
  await page.goto('/modules/m1');
  await expect(page.getByRole('button', { name: 'Commencer' })).toBeVisible();
  for (const { idHash } of await listSessions(db, learner.personId))
    await updateSessionExpiry(db, idHash, parseInstant('2020-01-01T00:00:00Z'));
  await page.getByRole('button', { name: 'Commencer' }).click();
  await expect(page).toHaveURL(/\/connexion\?suite=%2Fmodules%2Fm1$/);
  await signInByForm(page, learner);
  await expect(page).toHaveURL(/\/modules\/m1$/);
});

test('the session cookie is out of reach of scripts and of other sites', async ({ page, newLearner }) => {
  await page.goto('/connexion');
  await signInByForm(page, await newLearner());
  await expect(page).toHaveURL(/\/parcours$/);
  const [cookie] = await page.context().cookies();
  expect(cookie).toMatchObject({ name: 'reperes', httpOnly: true, sameSite: 'Lax', path: '/' });
});
