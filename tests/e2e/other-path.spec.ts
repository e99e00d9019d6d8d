import type { Page } from '@playwright/test';
import { beginModule } from '#tests/support/e2e/learner-journey.ts';
import { liveModule } from '#tests/support/e2e/live-module.ts';
import { expect, test } from '#tests/support/e2e/test.ts';

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript';

  test(`a lesson of intensity 3 says what it holds before it shows any of it, ${how}`, async ({
    newPage,
    newLearner,
    db,
  }) => {
    const module = await liveModule(db, 'm2');
    const lesson = module.lessons.find(({ notice }) => notice.intensity === 3)!;
    const page = await newPage(await newLearner(), { javaScriptEnabled });
    await beginModule(page, module);
    await page.goto(`/modules/m2/${lesson.number}`);
    await expect(page.getByRole('heading', { name: 'Avant cette leçon' })).toBeVisible();
    await expect(page.locator('[data-passages]')).toHaveCount(0);

    await page.getByRole('link', { name: 'Revenir plus tard' }).click();
    await expect(page).toHaveURL(/\/modules\/m2$/);
    await page.goto(`/modules/m2/${lesson.number}`);
    await page.getByRole('button', { name: 'Lire sans la description' }).click();
    await expect(page.locator('[data-passages]')).toBeVisible();
    await expect(page.locator('.block--detail details')).toHaveCount(0);
    const markAsRead = page.getByRole('button', { name: 'Marquer comme lue' });
    await markAsRead.click();
    await expect(page.getByText('Leçon lue le')).toBeVisible();
  });

  test(`whoever follows a module otherwise is done like anybody else, ${how}`, async ({
    newPage,
    newLearner,
    newManager,
    db,
  }) => {
    const learner = await newLearner();
    const page = await newPage(learner, { javaScriptEnabled });
    const { code, title } = await liveModule(db, 'm1');
    await page.goto(`/modules/${code}`);
    await page.getByRole('link', { name: 'Je préfère suivre ce module autrement' }).click();
    await expect(page).toHaveTitle(/^Module 1, choix/);
    await expect(page.getByRole('textbox').and(page.locator('main *'))).toHaveCount(0);
    await page.getByRole('button', { name: 'Demander un entretien ou une séance' }).click();
    await expect(page.getByText('Votre choix est enregistré')).toBeVisible();

    const trainer = await newPage(await castPerson('formateur'), { javaScriptEnabled });
    await trainer.goto('/atelier/demandes');
    await trainer.getByRole('row').filter({ hasText: learner.familyName }).getByText('Entretien fait').click();
    await trainer.getByRole('button', { name: `${learner.givenName} ${learner.familyName}, ${title}` }).click();
    await expect(trainer.getByRole('status')).toBeVisible();

    await page.reload();
    await expect(page.getByText('L’entretien a eu lieu : ce module est terminé.')).toBeVisible();
    const manager = await newPage(await newManager('SE-12'), { javaScriptEnabled });
    await manager.goto(`/suivi/SE-12?q=${learner.familyName}`);
    const line = manager.getByRole('row').filter({ hasText: learner.familyName });
    await expect(line).toHaveCount(1);
    expect(await manager.locator('main').textContent()).not.toMatch(/entretien|autrement/i);

    async function castPerson(username: string) {
      const account = await db
        .selectFrom('account')
        .where('username', '=', username)
        .select('person_id')
        .executeTakeFirstOrThrow();
      return { personId: account.person_id };
    }
  });
}

test('what one writes for oneself is never sent, is still there after a form, and can be erased', async ({
  page,
  newLearner,
  login,
  db,
}) => {
  const module = await liveModule(db, 'm1');
  const lesson = module.lessons.find(({ blocks }) => blocks.some(({ kind }) => kind === 'reflexion'))!;
  await login(await newLearner());
  await beginModule(page, module);
  await page.goto(`/modules/m1/${lesson.number}`);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  const own = ownWords(page);
  await own.fill('vigilances à moi');
  await page.getByRole('button', { name: 'Marquer comme lue' }).click();
  await expect(page.getByText('Leçon lue le')).toBeVisible();
  await expect(own).toHaveValue('vigilances à moi');
  expect(sent.filter((request) => decodeURIComponent(request).includes('vigilances'))).toEqual([]);
  await page.getByRole('button', { name: 'Effacer', exact: true }).click();
  await page.reload();
  await expect(own).toHaveValue('');
});

function ownWords(page: Page) {
  return page.locator('[data-reflexion] textarea');
}
