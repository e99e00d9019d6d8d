import { call, openContent } from '#tests/support/e2e/package-player.ts';
import { listen, type Acknowledged } from './acknowledged.ts';
import { breakSomething, type Breaking } from './break-something.ts';
import type { Learner } from './learner.ts';
import type { ChaosSite } from './site.ts';

interface Run {
  run: number;
  /** Of this learner, from 0. */
  turn: number;
  random: () => number;
  acknowledged: Acknowledged;
}

const STEPS = 6;
const PATIENCE_IN_MS = 20_000;
/** Each of our modules has as many lessons, and more. */
const LESSONS = 3;
const MODULES = 4;

/** One tab of one learner: a lesson of ours, then a package, and something that breaks in each. */
export async function playRun(
  site: ChaosSite,
  { personId, context }: Learner,
  { run, turn, ...rest }: Run,
): Promise<void> {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_IN_MS);
  listen(page, personId, rest.acknowledged);
  const breaking = { site, page, ...rest };
  try {
    await readLesson(breaking, personId, turn);
    await playPackage(breaking, run);
    rest.acknowledged.finished += 1;
  } catch (error) {
    // What was broken may end a run; how many came to their end is told.
    site.note(`tour ${run} : ${(error as Error).message.split('\n')[0]}`);
  } finally {
    await context.setOffline(false);
    if (!page.isClosed()) await page.close({ runBeforeUnload: rest.random() < 0.5 });
  }
}

async function playPackage(breaking: Breaking, run: number): Promise<void> {
  const { page, random } = breaking;
  const content = await patiently(breaking.site, () => openContent(page, 'Tempête'));
  await call(content, 'LMSInitialize', '');
  const last = Math.floor(random() * STEPS);
  for (let step = 0; step < STEPS; step += 1) {
    await call(content, 'LMSSetValue', 'cmi.core.lesson_location', `tour ${run}, pas ${step}`);
    if (random() < 0.4) await call(content, 'LMSSetValue', 'cmi.core.score.raw', String(Math.floor(random() * 79)));
    if (random() < 0.05) await pass(content);
    if (random() < 0.4) await call(content, 'LMSCommit', '');
    if (step === last && (await breakSomething(breaking))) return;
    await page.waitForTimeout(Math.floor(random() * 400));
  }
}

/** Does again what another learner's breakage spoiled, as people do. */
async function patiently<Value>(site: ChaosSite, work: () => Promise<Value>, left = 3): Promise<Value> {
  await site.whenUp();
  return work().catch((error: unknown) => {
    if (left === 0) throw error;
    return patiently(site, work, left - 1);
  });
}

async function pass(content: Awaited<ReturnType<typeof openContent>>): Promise<void> {
  await call(content, 'LMSSetValue', 'cmi.core.score.raw', '95');
  await call(content, 'LMSSetValue', 'cmi.core.lesson_status', 'passed');
}

/** Reads a lesson of ours, by its form; the server may be killed in the middle. */
async function readLesson({ site, page, random, acknowledged }: Breaking, personId: string, turn: number) {
  const address = `${site.origin}/modules/m${1 + (Math.floor(turn / LESSONS) % MODULES)}`;
  await patiently(site, () => page.goto(address));
  const begin = page.getByRole('button', { name: 'Commencer' }).first();
  if (await begin.isVisible()) {
    await begin.click();
    await page.waitForURL(/\/\d+$/);
  }
  await patiently(site, () => page.goto(`${address}/${1 + (turn % LESSONS)}`));
  const gate = page.getByRole('button', { name: 'Lire la leçon' });
  if (await gate.isVisible()) await gate.click();
  const button = page.getByRole('button', { name: 'Marquer comme lue' });
  // It was read in an earlier turn.
  if (!(await button.isVisible())) return;
  const lesson = await page.locator('input[name="lesson"]').first().getAttribute('value');
  const isPost = (response: { request(): { method(): string } }) => response.request().method() === 'POST';
  const answered = page.waitForResponse(isPost, { timeout: 5000 }).catch(() => null);
  await button.click({ noWaitAfter: true });
  if (random() < 0.3) {
    acknowledged.kills += 1;
    await page.waitForTimeout(Math.floor(random() * 100));
    await site.killAndStart();
  }
  const response = await answered;
  if (response && lesson && response.status() < 400) acknowledged.lessons.push({ personId, lesson });
  await page.waitForLoadState().catch(() => {});
}
