import type { Page } from '@playwright/test';
import type { Acknowledged } from './acknowledged.ts';
import type { ChaosSite } from './site.ts';

export interface Breaking {
  site: ChaosSite;
  page: Page;
  random: () => number;
  acknowledged: Acknowledged;
}

/** Breaks one thing; true when the tab is gone. */
export async function breakSomething({ site, page, random, acknowledged }: Breaking): Promise<boolean> {
  const chance = random();
  if (chance < 0.35) {
    acknowledged.kills += 1;
    // The tab goes on meanwhile.
    void site.killAndStart();
    return false;
  }
  if (chance < 0.65) {
    acknowledged.cuts += 1;
    await page.context().setOffline(true);
    await page.waitForTimeout(Math.floor(random() * 1500));
    await page.context().setOffline(false);
    return false;
  }
  if (chance < 0.85) {
    acknowledged.closed += 1;
    await page.close({ runBeforeUnload: random() < 0.5 });
    return true;
  }
  acknowledged.crashes += 1;
  await crash(page);
  return true;
}

/** Ends the process of the tab: nothing of it runs any more. */
async function crash(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  browser.send('Page.crash').catch(() => {});
  await crashed;
  await page.close();
}
