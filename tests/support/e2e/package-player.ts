import type { FrameLocator, Page } from '@playwright/test';
import { expect } from './test.ts';
import type { OwnSite } from './own-site.ts';

/** The page of a package inside the shell inside the player. */
export function contentOf(page: Page): FrameLocator {
  return page.frameLocator('.player__frame').frameLocator('#contenu');
}

/** What a page of the test has to be allowed to ask. */
export function packagesOrigins(site: OwnSite): string {
  return `http://*.localhost:${site.packagesPort}`;
}

/** Opens a package, for the first time or again, and waits until its page is there. */
export async function openContent(page: Page, title: string, code = 'm90'): Promise<FrameLocator> {
  await page.goto(`/modules/${code}/lecture`);
  await page.getByRole('button', { name: /^(Ouvrir|Reprendre|Reprendre ici)$/ }).click();
  return shown(page, title);
}

/** Waits until a page of the package is there. */
export async function shown(page: Page, title: string): Promise<FrameLocator> {
  const content = contentOf(page);
  await expect(content.getByRole('heading', { name: title })).toBeVisible();
  await expect(content.locator('html[data-ready="oui"]')).toBeAttached();
  return content;
}

/** Calls the run-time from the page of a package, as that page would. */
export async function call(content: FrameLocator, name: string, ...parameters: string[]): Promise<string> {
  return content
    .locator('html')
    .evaluate(
      (_, [called, ...given]) =>
        (window as unknown as { api: Record<string, (...values: string[]) => string> }).api[called!]!(...given),
      [name, ...parameters],
    );
}

/** Sets values, each of which the run-time has to take. */
export async function setAll(content: FrameLocator, values: Record<string, string>, verb = 'SetValue'): Promise<void> {
  for (const [name, value] of Object.entries(values))
    expect(await call(content, verb, name, value), `${verb} ${name}`).toBe('true');
}

/** Waits until the page says that everything is received. */
export async function expectReceived(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /Reçu à \d\d/ })).toBeVisible();
}
