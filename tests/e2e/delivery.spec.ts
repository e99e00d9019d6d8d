import { unzipSync } from 'fflate';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '#tests/support/e2e/expect-accessible.ts';
import { bruno } from '#db/seeds/cast.ts';
import { isExercise } from '#features/learning/blocks/block-html.ts';
import { findLiveVersion } from '#features/publishing/versions.ts';
import { liveModule } from '#tests/support/e2e/live-module.ts';
import { expect, test } from '#tests/support/e2e/test.ts';

async function delivered(
  trainer: Page,
  format: string,
  slug = 'detecter-et-orienter',
): Promise<Record<string, Uint8Array>> {
  const response = await trainer.request.get(`/atelier/${slug}/livraison/${format}`);
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

test('a delivered page is accessible, in every colour and on a telephone too, and readable without a script', async ({
  startSite,
  newPage,
}) => {
  const site = await startSite();
  const files = await delivered(await newPage(bruno, { site }), 'html');
  const page = await newPage(null, { site, viewport: { width: 360, height: 800 } });
  await serve(page, files);
  await page.goto('/livraison/index.html');
  await expect(page.getByText('Gardé dans ce navigateur seulement')).toBeVisible();
  for (const place of ['accueil', 'lecon-1', 'lecon-4', 'evaluation', 'glossaire', 'aide']) {
    await page.goto(`/livraison/index.html#${place}`);
    await expect(page.locator(`#${place}`)).toBeVisible();
    await expectAccessible(page);
  }
  const bare = await newPage(null, { site, javaScriptEnabled: false });
  await serve(bare, files);
  await bare.goto('/livraison/index.html');
  await expect(bare.locator('#lecon-1 h2')).toBeVisible();
  await expect(bare.locator('#lecon-3').getByText('À remettre dans l’ordre :')).toBeVisible();
  await expect(bare.getByRole('button')).toHaveCount(0);
});

for (const code of ['m1', 'm2', 'm3', 'm4'])
  test(`nothing in an exercise of ${code} covers anything else, answered or not, and no page scrolls sideways`, async ({
    newPage,
    db,
  }) => {
    const module = await liveModule(db, code);
    const files = await delivered(await newPage(bruno), 'html', module.slug);
    const page = await newPage(null);
    await serve(page, files);
    for (const { number, blocks } of module.lessons) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(`/livraison/index.html#lecon-${number}`);
      for (const block of blocks.filter(isExercise))
        await answerByKeyboard(page, page.locator(`#${block.kind}-${block.id}`), block.kind);
      for (const width of [320, 360, 640, 700, 960, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const exercises = page.locator(`#lecon-${number} :is(.block--question, .block--situation)`);
        const covered = (await exercises.evaluateAll(coveredTexts)).flat();
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect([number, width, covered, overflow]).toEqual([number, width, [], 0]);
      }
    }
  });

/** What stands over something else in these, or out of them. */
function coveredTexts(exercises: Element[]): string[] {
  const found: string[] = [];
  for (const exercise of exercises) {
    const frame = exercise.getBoundingClientRect();
    const boxes = [...exercise.querySelectorAll('p, legend, label, button, h3, h4, h5')]
      .filter((one) => !one.classList.contains('visually-hidden') && one.getClientRects().length > 0)
      .map((one) => ({ one, box: one.getBoundingClientRect() }));
    for (const [at, { one, box }] of boxes.entries()) {
      if (box.left < frame.left || box.right > frame.right + 1) found.push(`out: ${one.textContent}`);
      for (const { one: other, box: its } of boxes.slice(at + 1)) {
        const isOver =
          box.left < its.right - 1 && its.left < box.right - 1 && box.top < its.bottom - 1 && its.top < box.bottom - 1;
        if (isOver && !one.contains(other) && !other.contains(one))
          found.push(`${one.textContent} / ${other.textContent}`);
      }
    }
  }
  return found;
}

test('a term of the glossary is explained where it is read, and the assessment says what to read again', async ({
  startSite,
  newPage,
}) => {
  const site = await startSite();
  const page = await newPage(null, { site });
  await serve(page, await delivered(await newPage(bruno, { site }), 'html'));
  await page.goto('/livraison/index.html#lecon-3');
  await page.getByRole('button', { name: 'présomption d’innocence' }).click();
  await expect(page.getByRole('dialog', { name: /présomption d’innocence/i })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Évaluation' }).click();
  await page.getByRole('button', { name: 'Commencer l’évaluation' }).press('Enter');
  const { module } = (await findLiveVersion(site.db, 'm1'))!;
  for (let place = 1; place <= module.drawSize; place += 1) {
    await expect(page.getByText(`Question ${place} sur ${module.drawSize}`)).toBeFocused();
    const form = page.locator('#evaluation-contenu form');
    await form.getByRole('button').press('Enter');
    await expect(form.getByRole('alert')).toHaveText('Choisissez une réponse, puis validez.');
    await form.locator('input').last().press('Space');
    await form.getByRole('button').press('Enter');
  }
  await expect(page.getByRole('heading', { name: /^Évaluation (à reprendre|réussie)/ })).toBeFocused();
  await expect(page.getByText('À relire :')).toBeVisible();
  await expectAccessible(page);
  await page.locator('#evaluation ul a').first().click();
  await expect(page.locator('.livraison__page:not([hidden]) h2')).toBeFocused();
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
