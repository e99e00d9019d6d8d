import { chromium, type BrowserContext, type Page, type Request } from '@playwright/test';
import { sessionCookieName } from '#platform/http/session-cookie.ts';
import { call, openContent } from '#tests/support/e2e/package-player.ts';
import { admitTestPerson, openSignInSession } from '#tests/support/e2e/people.ts';
import type { ChaosSite } from './site.ts';

/** What the server said it had. */
export interface Acknowledged {
  commits: { personId: string; launch: number; sequence: number; place: string }[];
  lessons: { personId: string; lesson: string }[];
  kills: number;
  closed: number;
  cuts: number;
}

interface Asked {
  runs: number;
  seed: number;
  chromium: string;
  say(sentence: string): void;
}

const LEARNERS = 4;
const STEPS = 6;

/** Plays learners through breakages at moments that the seed chooses. */
export async function playRuns(site: ChaosSite, { runs, seed, chromium: executablePath, say }: Asked) {
  const acknowledged: Acknowledged = { commits: [], lessons: [], kills: 0, closed: 0, cuts: 0 };
  const random = randomOf(seed);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const learners = await Promise.all(
      Array.from({ length: LEARNERS }, () => learnerOf(site, browser.newContext({ baseURL: site.origin }))),
    );
    for (let run = 1; run <= runs; run += 1) {
      const learner = learners[run % LEARNERS]!;
      await playRun(site, learner, { run, random, acknowledged });
      if (run % 10 === 0) say(`  ${run} sur ${runs} : ${acknowledged.commits.length} envois reçus`);
    }
  } finally {
    await browser.close();
  }
  return acknowledged;
}

interface Learner {
  personId: string;
  context: BrowserContext;
}

async function learnerOf(site: ChaosSite, opening: Promise<BrowserContext>): Promise<Learner> {
  const context = await opening;
  const { personId } = await admitTestPerson(site.db, { role: 'learner', unitCode: 'SE-12' });
  const value = await openSignInSession(site.db, personId);
  await context.addCookies([
    { name: sessionCookieName(site), value, url: site.origin, httpOnly: true, sameSite: 'Lax' },
  ]);
  return { personId, context };
}

interface Run {
  run: number;
  random: () => number;
  acknowledged: Acknowledged;
}

async function playRun(
  site: ChaosSite,
  { personId, context }: Learner,
  { run, random, acknowledged }: Run,
): Promise<void> {
  const page = await context.newPage();
  listen(page, personId, acknowledged);
  await readLesson(site, page, personId, { run, random, acknowledged });
  const content = await openContent(page, 'Tempête').catch(() => null);
  if (!content) return page.close();
  await call(content, 'LMSInitialize', '');
  const breaking = Math.floor(random() * STEPS);
  for (let step = 0; step < STEPS; step += 1) {
    const place = `tour ${run}, pas ${step}`;
    await call(content, 'LMSSetValue', 'cmi.core.lesson_location', place).catch(() => '');
    if (random() < 0.4) await call(content, 'LMSCommit', '').catch(() => '');
    if (step === breaking && (await breakSomething(site, page, { random, acknowledged }))) return;
    await page.waitForTimeout(Math.floor(random() * 200));
  }
  await page.close({ runBeforeUnload: random() < 0.5 });
}

/** Breaks one thing; true when the tab is gone. */
async function breakSomething(
  site: ChaosSite,
  page: Page,
  { random, acknowledged }: Pick<Run, 'random' | 'acknowledged'>,
): Promise<boolean> {
  const chance = random();
  if (chance < 0.4) {
    acknowledged.kills += 1;
    await site.killAndStart();
    return false;
  }
  if (chance < 0.7) {
    acknowledged.cuts += 1;
    await page.context().setOffline(true);
    await page.waitForTimeout(Math.floor(random() * 1500));
    await page.context().setOffline(false);
    return false;
  }
  acknowledged.closed += 1;
  await page.close();
  return true;
}

/** A commit counts once its answer says so, and not before. */
function listen(page: Page, personId: string, acknowledged: Acknowledged): void {
  page.on('response', (response) => {
    const request = response.request();
    if (!isCommit(request) || response.status() !== 200) return;
    const commit = request.postDataJSON() as {
      launch: number;
      sequence: number;
      data: { cmi?: { core?: { lesson_location?: string } } };
    };
    acknowledged.commits.push({
      personId,
      launch: commit.launch,
      sequence: commit.sequence,
      place: commit.data.cmi?.core?.lesson_location ?? '',
    });
  });
}

function isCommit(request: Request): boolean {
  return request.method() === 'POST' && /\/commit$/.test(new URL(request.url()).pathname);
}

/** Reads a lesson of ours too, with the form as without JavaScript; the server may be killed in the middle. */
async function readLesson(
  site: ChaosSite,
  page: Page,
  personId: string,
  { run, random, acknowledged }: Run,
): Promise<void> {
  await page.goto(`${site.origin}/modules/m1`);
  const begin = page.getByRole('button', { name: 'Commencer' }).first();
  if (await begin.isVisible()) await begin.click();
  const number = 1 + (run % 3);
  await page.goto(`${site.origin}/modules/m1/${number}`);
  const button = page.getByRole('button', { name: /J’ai lu|lu cette leçon|Marquer/ }).first();
  if (!(await button.isVisible())) return;
  const lesson = await page.locator('input[name="lesson"]').first().getAttribute('value');
  const answered = page
    .waitForResponse((response) => response.request().method() === 'POST', { timeout: 10_000 })
    .catch(() => null);
  await button.click({ noWaitAfter: true });
  if (random() < 0.2) {
    acknowledged.kills += 1;
    await site.killAndStart();
  }
  const response = await answered;
  if (response && lesson && response.status() < 400) acknowledged.lessons.push({ personId, lesson });
  await page.waitForLoadState().catch(() => {});
}

/** The same numbers for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
