import { expect, type Page } from '@playwright/test';
import type { CompiledModule, PoolQuestion } from '#domain/module/compiled-module.ts';
import { wordsOf } from './plain-text.ts';

/** From the module's notice to its first lesson. */
export async function beginModule(page: Page, { code }: CompiledModule): Promise<void> {
  await page.goto(`/modules/${code}`);
  await page.getByRole('button', { name: 'Commencer' }).click();
  await expect(page).toHaveURL(new RegExp(`/modules/${code}/1$`));
}

/** From the first lesson to the last, marking each one read. */
export async function readEveryLesson(page: Page, { code, lessons }: CompiledModule): Promise<void> {
  for (const lesson of lessons) {
    await expect(page).toHaveURL(new RegExp(`/modules/${code}/${lesson.number}$`));
    if (lesson.notice.intensity === 3) await page.getByRole('button', { name: 'Lire la leçon' }).click();
    await page.getByRole('button', { name: 'Marquer comme lue' }).click();
    await expect(page.getByText('Leçon lue le')).toBeVisible();
    if (lesson.number < lessons.length) await page.getByRole('button', { name: 'Leçon suivante' }).click();
  }
}

export interface Attempt {
  /** Every answer right, or every answer wrong. */
  isRight: boolean;
  /** What to look at when all is answered and nothing is finished. */
  beforeTheEnd?(): Promise<void>;
}

/** A whole attempt, from the rules to the result. */
export async function sitAttempt(
  page: Page,
  module: CompiledModule,
  { isRight, beforeTheEnd }: Attempt,
): Promise<void> {
  await page.goto(`/modules/${module.code}/evaluation`);
  await page.getByRole('button', { name: /^Commencer/ }).click();
  for (let position = 1; position <= module.drawSize; position++) {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Question ${position} sur ${module.drawSize}`);
    await answerShownQuestion(page, await questionShown(page, module), isRight);
  }
  await expect(page).toHaveURL(/\/evaluation\/fin$/);
  await beforeTheEnd?.();
  await page.getByRole('button', { name: 'Terminer' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Résultat de l’évaluation' })).toBeVisible();
}

/** The question of the pool that the page shows. */
export async function questionShown(page: Page, { pool }: CompiledModule): Promise<PoolQuestion> {
  const shown = await page.getByRole('group').textContent();
  const question = pool.find(({ html }) => wordsOf(shown ?? '').startsWith(wordsOf(html)));
  if (!question) throw new Error(`no question of the pool reads: ${shown}`);
  return question;
}

async function answerShownQuestion(page: Page, question: PoolQuestion, isRight: boolean): Promise<void> {
  for (const choice of question.choices.filter((candidate) => candidate.isRight === isRight)) {
    await page
      .getByRole(question.isMultiple ? 'checkbox' : 'radio')
      .and(page.locator(`[value="${choice.id}"]`))
      .check();
  }
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
}
