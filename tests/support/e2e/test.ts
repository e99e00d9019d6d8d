import { test as base, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import type { Kysely } from 'kysely';
import { join } from 'node:path';
import type { Database } from '#db/schema.ts';
import type { CastMember } from '#db/seeds/cast.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import { admitTestPerson, openSignInSession, type TestPerson } from './people.ts';
import { testSite } from './test-site.ts';
import { watchContext, type Watch } from './watch-context.ts';

interface Fixtures {
  /** Signs a person in: a session row and its cookie, no form. */
  login(person: TestPerson | CastMember, context?: BrowserContext): Promise<void>;
  newLearner(unitCode?: string): Promise<TestPerson>;
  newManager(unitCode: string): Promise<TestPerson>;
  /** A page in a browser context of its own, signed in or not, watched like the test's own. */
  newPage(person: TestPerson | CastMember | null, options?: BrowserContextOptions): Promise<Page>;
  /** Says that the test asks for responses with these statuses, about which the browser writes a line. */
  askFor(...statuses: number[]): void;
  watches: Watch[];
}

interface WorkerFixtures {
  /** The database that the shared server uses, for people of the test's own and for what no page shows. */
  db: Kysely<Database>;
}

/** Playwright's test on the shared server; a console message, an error or a foreign request fails it. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  db: [
    async ({}, use) => {
      const db = openDatabase(join(testSite().folder, 'shared', 'reperes.sqlite'));
      await use(db);
      await db.destroy();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({}, use) => use(testSite().origin),
  watches: async ({}, use) => {
    const watches: Watch[] = [];
    await use(watches);
    const problems = watches.flatMap((watch) => watch.problems);
    if (problems.length > 0) throw new Error(`The browser saw what nobody should:\n${problems.join('\n')}`);
  },
  askFor: async ({ watches }, use) =>
    use((...statuses) => watches.forEach((watch) => statuses.forEach((status) => watch.askedStatuses.add(status)))),
  context: async ({ context, watches }, use) => {
    watches.push(watchContext(context, testSite().origin));
    await use(context);
  },
  login: async ({ db, context }, use) => use((person, other = context) => signIn(db, other, person)),
  newLearner: async ({ db }, use) => use((unitCode = 'SE-12') => admitTestPerson(db, { role: 'learner', unitCode })),
  newManager: async ({ db }, use) => use((unitCode) => admitTestPerson(db, { role: 'manager', unitCode })),
  newPage: async ({ browser, db, watches }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (person, options) => {
      const context = await browser.newContext({ baseURL: testSite().origin, ...options });
      contexts.push(context);
      watches.push(watchContext(context, testSite().origin));
      if (person) await signIn(db, context, person);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

export { expect } from '@playwright/test';

async function signIn(db: Kysely<Database>, context: BrowserContext, person: TestPerson | CastMember): Promise<void> {
  const value = await openSignInSession(db, person.personId);
  await context.addCookies([{ name: 'reperes', value, url: testSite().origin, httpOnly: true, sameSite: 'Lax' }]);
}
