import type { Page } from '@playwright/test';

/** The headings that stand more than one level under the heading before them. */
export async function skippedLevels(page: Page): Promise<string[]> {
  const headings = await page
    .locator('h1, h2, h3, h4, h5, h6')
    .evaluateAll((found) =>
      found.map((heading) => ({ level: Number(heading.tagName[1]), text: heading.textContent.trim() })),
    );
  return headings
    .filter(({ level }, index) => level > (headings[index - 1]?.level ?? 0) + 1)
    .map(({ level, text }) => `h${level} ${text}`);
}
