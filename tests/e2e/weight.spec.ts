import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { beginModule } from '#tests/support/e2e/learner-journey.ts';
import { liveModule } from '#tests/support/e2e/live-module.ts';
import { expect, test } from '#tests/support/e2e/test.ts';

/** Compressed bytes; images and recordings are media, and not counted. */
const LIMITS = { page: 150_000, scriptsWithIslands: 80_000, scriptsWithout: 5_000 };
/** What a browser calls « good » is under 0.1; nothing of ours has a reason to move. */
const LARGEST_SHIFT = 0.01;
const MEDIA = new Set(['image', 'media']);

for (const code of ['m1', 'm2', 'm3', 'm4'])
  test(`no lesson of ${code} is heavy, and nothing moves while it loads`, async ({ newPage, newLearner, db }) => {
    const module = await liveModule(db, code);
    const learner = await newLearner();
    const first = await newPage(learner);
    await beginModule(first, module);
    for (const { number, notice } of module.lessons) {
      if (notice.intensity === 3) {
        await first.goto(`/modules/${code}/${number}`);
        await first.getByRole('button', { name: 'Lire la leçon' }).click();
        await expect(first.locator('[data-passages]')).toBeVisible();
      }
      const page = await newPage(learner);
      const { whole, scripts, hasIslands, shift } = await weigh(page, `/modules/${code}/${number}`);
      const lesson = `${code}, lesson ${number}`;
      expect(whole, lesson).toBeLessThan(LIMITS.page);
      expect(scripts, lesson).toBeLessThan(hasIslands ? LIMITS.scriptsWithIslands : LIMITS.scriptsWithout);
      expect(shift, lesson).toBeLessThan(LARGEST_SHIFT);
      await page.context().close();
    }
  });

test('a page without islands loads no run-time for them', async ({ newPage, newLearner }) => {
  const page = await newPage(await newLearner());
  const { whole, scripts, hasIslands } = await weigh(page, '/parcours');
  expect(hasIslands).toBe(false);
  expect(scripts).toBeLessThan(LIMITS.scriptsWithout);
  expect(whole).toBeLessThan(LIMITS.page);
});

interface Weight {
  whole: number;
  scripts: number;
  hasIslands: boolean;
  /** The sum of the layout shifts from the first byte until every island is alive. */
  shift: number;
}

/** Loads a page in full, with every island in view once, and weighs what came. */
async function weigh(page: Page, address: string): Promise<Weight> {
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.goto(address, { waitUntil: 'networkidle' });
  const islands = page.locator('astro-island');
  const count = await islands.count();
  const shift = await page.evaluate(sumOfShifts);
  for (let place = 0; place < count; place++) {
    await islands.nth(place).scrollIntoViewIfNeeded();
    await expect(islands.nth(place)).not.toHaveAttribute('ssr');
  }
  await page.waitForLoadState('networkidle');
  const weights = await Promise.all(
    responses
      .filter((response) => response.ok() && !MEDIA.has(response.request().resourceType()))
      .map(async (response) => ({
        isScript: response.request().resourceType() === 'script',
        bytes: gzipSync(await response.body()).length,
      })),
  );
  const sum = (counted: typeof weights) => counted.reduce((total, { bytes }) => total + bytes, 0);
  return {
    whole: sum(weights),
    scripts: sum(weights.filter(({ isScript }) => isScript)),
    hasIslands: count > 0,
    shift,
  };
}

/** Runs in the page. */
function sumOfShifts(): Promise<number> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      const shifts = list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[];
      observer.disconnect();
      resolve(shifts.reduce((total, { value, hadRecentInput }) => total + (hadRecentInput ? 0 : value), 0));
    });
    observer.observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
  });
}

test('scripts and style sheets come compressed, for good, to a browser that accepts it', async ({ page }) => {
  const assets: Response[] = [];
  page.on('response', (response) => assets.push(response));
  await page.goto('/connexion', { waitUntil: 'networkidle' });
  const compressed = assets.filter((response) => /\/_astro\/.*\.(js|css)$/.test(response.url()));
  expect(compressed.length).toBeGreaterThan(0);
  for (const response of compressed) {
    const { 'content-encoding': encoding, 'cache-control': cache } = await response.allHeaders();
    expect(['br', 'gzip'], response.url()).toContain(encoding);
    expect(cache).toContain('immutable');
  }
});
