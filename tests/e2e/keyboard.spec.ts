import type { Page } from '@playwright/test';
import { liveModule } from '#tests/support/e2e/live-module.ts';
import { questionShown } from '#tests/support/e2e/learner-journey.ts';
import { expect, test } from '#tests/support/e2e/test.ts';

const MAX_STEPS = 200;

/** Presses Tab until the element with this name has the focus, as somebody without a mouse does, then Enter. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < MAX_STEPS; step += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    if (name.test(focused)) return;
  }
  throw new Error(`Tab never reaches ${name}`);
}

async function press(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

test('the first two stops of a module page are its content and the way out', async ({ page, login, newLearner }) => {
  await login(await newLearner());
  await page.goto('/modules/m1');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: /Quitter rapidement/ })).toBeFocused();
});

test('a module is completed with the keyboard alone', async ({ page, login, newLearner, db }) => {
  test.slow();
  const module = await liveModule(db, 'm1');
  await login(await newLearner());
  await page.goto('/modules/m1');
  await press(page, /^Commencer$/);
  await expect(page).toHaveURL(/\/modules\/m1\/1$/);
  for (const { number, notice } of module.lessons) {
    await expect(page).toHaveURL(new RegExp(`/modules/m1/${number}$`));
    if (notice.intensity === 3) await press(page, /^Lire la leçon$/);
    await expect(page.getByRole('button', { name: 'Marquer comme lue' })).toBeVisible();
    await press(page, /^Marquer comme lue$/);
    await expect(page.getByText('Leçon lue le')).toBeVisible();
    await press(page, number < module.lessons.length ? /^Leçon suivante/ : /^Aller à l’évaluation$/);
  }
  await expect(page).toHaveURL(/\/evaluation$/);
  await press(page, /^Commencer l’évaluation$/);
  for (let position = 1; position <= module.drawSize; position += 1) {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Question ${position} sur ${module.drawSize}`);
    await chooseWithKeys(page, await questionShown(page, module));
    await press(page, /^Enregistrer et continuer$/);
  }
  await expect(page).toHaveURL(/\/evaluation\/fin$/);
  await press(page, /^Terminer$/);
  await expect(page).toHaveURL(/\/resultat$/);
  await press(page, /^Voir mon attestation$/);
  await expect(page.getByRole('heading', { name: 'Attestation de suivi' })).toBeVisible();
});

type Question = Awaited<ReturnType<typeof questionShown>>;

/** Radio buttons are one stop where arrows choose; tick boxes are one stop each, where Space ticks. */
async function chooseWithKeys(page: Page, { isMultiple, choices }: Question): Promise<void> {
  await page
    .getByRole('group')
    .getByRole(isMultiple ? 'checkbox' : 'radio')
    .first()
    .focus();
  if (isMultiple) {
    for (const { isRight } of choices) {
      if (isRight) await page.keyboard.press('Space');
      await page.keyboard.press('Tab');
    }
    return;
  }
  await page.keyboard.press('Space');
  for (let step = choices.findIndex(({ isRight }) => isRight); step > 0; step -= 1)
    await page.keyboard.press('ArrowDown');
}
