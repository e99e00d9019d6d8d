import type { Browser, BrowserContext } from '@playwright/test';
import { sessionCookieName } from '#platform/http/session-cookie.ts';
import { admitTestPerson, openSignInSession } from '#tests/support/e2e/people.ts';
import type { ChaosSite } from './site.ts';

export interface Learner {
  personId: string;
  context: BrowserContext;
}

/** Somebody of their own, signed in, in a browser of their own. */
export async function newLearner(site: ChaosSite, browser: Browser): Promise<Learner> {
  const context = await browser.newContext({ baseURL: site.origin });
  const { personId } = await admitTestPerson(site.db, { role: 'learner', unitCode: 'SE-12' });
  const value = await openSignInSession(site.db, personId);
  const name = sessionCookieName(site);
  await context.addCookies([{ name, value, url: site.origin, httpOnly: true, sameSite: 'Lax' }]);
  return { personId, context };
}
