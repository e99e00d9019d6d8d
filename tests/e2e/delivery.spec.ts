import { unzipSync } from 'fflate';
import type { Locator, Page } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { bruno } from '#db/seeds/cast.ts';
import { isExercise } from '#features/learning/blocks/block-html.ts';
import { findLiveVersion } from '#features/publishing/versions.ts';
import { expect, test } from '#tests/support/e2e/test.ts';

async function delivered(trainer: Page, format: string): Promise<Record<string, Uint8Array>> {
  const response = await trainer.request.get(`/atelier/detecter-et-orienter/livraison/${format}`);
  expect(response.status()).toBe(200);
  return unzipSync(new Uint8Array(await response.body()));
}

test('each exercise of a delivered page answers with its feedback, by the keyboard, and is found again', async ({
  startSite,
  newPage,
}) => {
  const site = await startSite();
  const files = await delivered(await newPage(bruno, { site }), 'html');
  const page = await newPage(null, { site });
  await serve(page, files);
  const { module } = (await findLiveVersion(site.db, 'm1'))!;
  for (const { number, blocks } of module.lessons)
    for (const block of blocks.filter(isExercise)) {
      await page.goto(`/livraison/index.html#lecon-${number}`);
      await page.reload();
      const exercise = page.locator(`#${block.kind}-${block.id}`);
      await answerByKeyboard(page, exercise, block.kind);
      await page.reload();
      await expect(page.locator(`#${block.kind}-${block.id}`).locator(FEEDBACK).first()).toBeVisible();
    }
});

const FEEDBACK = '.exercise__feedback, .placing__feedback, .case__consequence';

/** Answers whatever comes first, without a pointer. */
async function answerByKeyboard(page: Page, exercise: Locator, kind: string): Promise<void> {
  switch (kind) {
    case 'question':
      await exercise.locator('input').first().press('Space');
      break;
    case 'classer':
      for (const element of await exercise.locator('fieldset').all())
        await element.locator('input').first().press('Space');
      break;
    case 'ordonner': {
      const last = exercise.locator('.placing__element').last();
      const text = await last.locator('p').first().textContent();
      await last.getByRole('button', { name: 'Monter' }).press('Enter');
      await expect(page.locator(':focus')).toHaveText('Monter');
      await expect(exercise.locator('.placing__element').nth(-2)).toContainText(text!);
      break;
    }
    case 'situation': {
      await exercise.locator('.case__option').first().press('Enter');
      await expect(exercise.locator('.case__now')).toBeFocused();
      return;
    }
  }
  await exercise.getByRole('button', { name: 'Valider ma réponse' }).press('Enter');
  await expect(exercise.locator('.exercise__verdict')).not.toBeEmpty();
}

test('a delivered page is accessible, on a telephone too, and readable without a script', async ({
  startSite,
  newPage,
}) => {
  const site = await startSite();
  const trainer = await newPage(bruno, { site });
  const files = await delivered(trainer, 'html');
  const page = await newPage(null, { site, viewport: { width: 360, height: 800 } });
  await serve(page, files);
  await page.goto('/livraison/index.html');
  await expect(page.getByText('Gardé dans ce navigateur seulement')).toBeVisible();
  for (const place of ['accueil', 'lecon-1', 'evaluation', 'aide']) {
    await page.goto(`/livraison/index.html#${place}`);
    await expect(page.locator(`#${place}`)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 120))])).toEqual([]);
  }
  const bare = await newPage(null, { site, javaScriptEnabled: false });
  await serve(bare, files);
  await bare.goto('/livraison/index.html');
  await expect(bare.locator('#lecon-1 h2')).toBeVisible();
  await expect(bare.locator('#lecon-3 h2')).toBeVisible();
});

/** Serves the files beside the site, as a folder of any web server would. */
async function serve(page: Page, files: Record<string, Uint8Array>): Promise<void> {
  await page.route('**/livraison/**', (route) => {
    const path = new URL(route.request().url()).pathname.replace('/livraison/', '');
    const type = { html: 'text/html', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' }[
      path.split('.').pop()!
    ];
    const body = files[path];
    return body
      ? route.fulfill({ body: Buffer.from(body), contentType: type ?? 'application/octet-stream' })
      : route.fulfill({ status: 404 });
  });
}
