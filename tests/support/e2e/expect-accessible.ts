import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const WIDTHS = [1280, 360];
const SCHEMES = ['light', 'dark'] as const;

/** Holds a page by axe and against scrolling sideways, at both widths and in both schemes. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const width of WIDTHS)
    for (const colorScheme of SCHEMES) {
      await page.setViewportSize({ width, height: 800 });
      // With reduced motion colours change at once; otherwise axe may read them half-way through their transition.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // In the page itself, without the page of its own that axe opens for untrusted frames: twice as fast, and there are none.
      const { violations } = await new AxeBuilder({ page }).withTags(WCAG_22_AA).setLegacyMode().analyze();
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => ({ id, html, failureSummary })),
      );
      expect(found, `${page.url()} at ${width} px, ${colorScheme}`).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `${page.url()} scrolls sideways at ${width} px`).toBeLessThanOrEqual(0);
    }
}
