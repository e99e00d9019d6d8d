import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { bruno } from '#db/seeds/cast.ts';
import { isExercise } from '#features/learning/blocks/block-html.ts';
import { loadHelp } from '#features/help/load-help.ts';
import { liveModule } from '#tests/support/e2e/live-module.ts';
import { test as base, expect } from '#tests/support/e2e/test.ts';

interface Fixtures {
  /** Unpacks the pages of a module in a folder; the address of the first. */
  unpacked(slug: string): Promise<string>;
}

const test = base.extend<Fixtures>({
  unpacked: async ({ newPage }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'reperes-pages-'));
    await use(async (slug) => {
      const trainer = await newPage(bruno);
      const response = await trainer.request.get(`/atelier/${slug}/livraison/html`);
      for (const [path, bytes] of Object.entries(unzipSync(new Uint8Array(await response.body())))) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), bytes);
      }
      return pathToFileURL(join(folder, 'index.html')).href;
    });
    await rm(folder, { recursive: true });
  },
});

for (const code of ['m1', 'm2', 'm3', 'm4'])
  test(`${code} opens from a folder, with nothing but its files: it is kept, and can be erased`, async ({
    newPage,
    unpacked,
    db,
  }) => {
    const module = await liveModule(db, code);
    const address = await unpacked(module.slug);
    // Files are of no origin: any request to a server fails the test.
    const page = await newPage(null, { mayReach: 'null' });
    await page.goto(address);
    await expect(page.getByText('Gardé dans ce navigateur seulement')).toBeVisible();
    for (const { number, blocks } of module.lessons) {
      await page.locator(`.livraison__plan a[href="#lecon-${number}"]`).click();
      await expect(page.locator(`#lecon-${number} h2`)).toBeFocused();
      await expect(page.locator(`#lecon-${number} :is(.block--question, .block--situation)`)).toHaveCount(
        blocks.filter(isExercise).length,
      );
      for (const image of await page.locator(`#lecon-${number} img`).all()) {
        await image.scrollIntoViewIfNeeded();
        await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0);
      }
      await page.locator(`#lecon-${number}`).getByRole('button', { name: 'J’ai lu cette leçon' }).click();
    }
    await expect(page.locator('#evaluation h2')).toBeFocused();
    await page.goto('about:blank');
    await page.goto(address);
    await expect(page.locator('#evaluation h2')).toBeVisible();
    await expect(page.locator('#etat-lecon-1')).toHaveText('lue');
    await page.getByRole('button', { name: 'Effacer ce qui est gardé ici' }).click();
    await expect(page.locator('#accueil h2').first()).toBeVisible();
    await expect(page.locator('#etat-lecon-1')).toBeEmpty();
  });

test('what one writes for oneself stays in the tab, and goes with « Quitter rapidement »', async ({
  newPage,
  unpacked,
  db,
  watch,
}) => {
  const module = await liveModule(db, 'm2');
  const page = await newPage(null, { mayReach: 'null' });
  const lesson = module.lessons.find(({ blocks }) => blocks.some(({ kind }) => kind === 'reflexion'))!;
  const address = `${await unpacked(module.slug)}#lecon-${lesson.number}`;
  // An answer without a page leaves the one that was there: as long as the other site does not come.
  await page.route('https://**', (route) => route.fulfill({ status: 204 }));
  await page.goto(address);
  const own = page.getByRole('textbox', { name: 'Pour vous seul' });
  await own.fill('Pour moi.');
  await page.reload();
  await expect(own).toHaveValue('Pour moi.');
  await own.fill('');
  await own.fill('Encore.');
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
  await expect(page.locator('body')).toBeHidden();
  expect(await page.evaluate(() => [document.title.trim(), Object.keys(sessionStorage)])).toEqual(['', []]);
  const { exitUrl } = loadHelp({ shipped: 'content/aide.yaml', override: '' });
  expect(watch.problems).toEqual([`request to another origin: ${new URL(exitUrl).href}`]);
  watch.problems = [];
});
