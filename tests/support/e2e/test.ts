import { test as base, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import type { Kysely } from 'kysely';
import { join } from 'node:path';
import type { Database } from '#db/schema.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import { sessionCookieName } from '#platform/http/session-cookie.ts';
import { startOwnSite, type OwnSite, type OwnSiteOptions, type Site } from './own-site.ts';
import { admitTestPerson, openSignInSession, type TestPerson } from './people.ts';
import { testSite } from './test-site.ts';
import { watchContext, type Watch } from './watch-context.ts';

type Somebody = Pick<TestPerson, 'personId'>;

export interface PageOptions extends BrowserContextOptions {
  /** Where the page opens; the shared site unless said otherwise. */
  site?: Site;
  /** Another origin that the test asks for. */
  mayReach?: string;
}

interface Fixtures {
  /** Signs a person in on the test's own page: a session row and its cookie, no form. */
  login(person: Somebody): Promise<void>;
  newLearner(unitCode?: string): Promise<TestPerson>;
  newManager(unitCode: string): Promise<TestPerson>;
  /** A page in a browser context of its own, signed in or not, watched like the test's own. */
  newPage(person: Somebody | null, options?: PageOptions): Promise<Page>;
  /** Says that the test asks for responses with these statuses, about which the browser writes a line. */
  askFor(...statuses: number[]): void;
  /** A server and a database that no other test touches. */
  startSite(options?: OwnSiteOptions): Promise<OwnSite>;
  watch: Watch;
}

/** Playwright's test on the shared site; a console message, an error or a foreign request fails it. */
export const test = base.extend<Fixtures, { db: Kysely<Database> }>({
  db: [
    async ({}, use) => {
      const db = openDatabase(join(testSite().folder, 'shared', 'reperes.sqlite'));
      await use(db);
      await db.destroy();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({}, use) => use(testSite().origin),
  watch: async ({}, use) => {
    const watch: Watch = { problems: [], askedStatuses: new Set() };
    await use(watch);
    if (watch.problems.length > 0) throw new Error(`The browser saw what nobody should:\n${watch.problems.join('\n')}`);
  },
  askFor: async ({ watch }, use) => use((...statuses) => statuses.forEach((status) => watch.askedStatuses.add(status))),
  context: async ({ context, watch }, use) => {
    watchContext(context, watch, [testSite().origin]);
    await use(context);
  },
  login: async ({ db, context }, use) => use((person) => signIn({ origin: testSite().origin, db }, context, person)),
  newLearner: async ({ db }, use) => use((unitCode = 'SE-12') => admitTestPerson(db, { role: 'learner', unitCode })),
  newManager: async ({ db }, use) => use((unitCode) => admitTestPerson(db, { role: 'manager', unitCode })),
  newPage: async ({ browser, db, watch, startSite }, use) => {
    // What a fixture asks for is taken down after it: a site closes once no page asks it for anything.
    void startSite;
    const contexts: BrowserContext[] = [];
    await use(async (person, { site = { origin: testSite().origin, db }, mayReach, ...options } = {}) => {
      const context = await browser.newContext({ baseURL: site.origin, ...options });
      contexts.push(context);
      watchContext(context, watch, mayReach === undefined ? [site.origin] : [site.origin, mayReach]);
      if (person) await signIn(site, context, person);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
  startSite: async ({}, use) => {
    const sites: Awaited<ReturnType<typeof startOwnSite>>[] = [];
    await use(async (options = {}) => {
      const site = await startOwnSite(options);
      sites.push(site);
      return site;
    });
    for (const site of sites) await site.close();
  },
});

export { expect } from '@playwright/test';

async function signIn({ origin, db }: Site, context: BrowserContext, { personId }: Somebody): Promise<void> {
  const value = await openSignInSession(db, personId);
  await context.addCookies([
    { name: sessionCookieName({ origin }), value, url: origin, httpOnly: true, sameSite: 'Lax' },
  ]);
}
