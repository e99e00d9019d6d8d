import type { FrameLocator, Page } from '@playwright/test';
import { amina, bruno } from '#db/seeds/cast.ts';
import type { OwnSite } from '#tests/support/e2e/own-site.ts';
import { call, expectReceived, openContent, packagesOrigins } from '#tests/support/e2e/package-player.ts';
import { expect, test } from '#tests/support/e2e/test.ts';
import { installPackage, SAMPLES } from '#tests/support/packages/sample-packages.ts';
import { quietPage } from '#tests/support/packages/speaking-pages.ts';

const FILES = {
  ...SAMPLES['scorm12-one'],
  'index.html': quietPage('Hostile', 'scorm12'),
  'ailleurs.html': '<!doctype html><title>Ailleurs</title><h1>Ailleurs</h1>',
};
const isRefusal = (problem: string) => /Content Security Policy|sandbox|Unsafe attempt|Blocked|violates/i.test(problem);

/** What of an address a page of a package can get, by each way there is to ask for one. */
async function reachedFrom(content: FrameLocator, address: string): Promise<Record<string, string>> {
  return content.locator('html').evaluate(async (_, url) => {
    const loaded = (element: HTMLElement, name: string) =>
      new Promise<string>((resolve) => {
        element.addEventListener('load', () => resolve('loaded'));
        element.addEventListener('error', () => resolve('refused'));
        element.setAttribute(name, url);
        document.body.append(element);
      });
    const readFrame = async () => {
      const frame = document.createElement('iframe');
      await loaded(frame, 'src');
      try {
        return `read: ${frame.contentWindow!.document.body.innerText}`;
      } catch (error) {
        return (error as Error).name;
      }
    };
    return {
      fetch: await fetch(url, { credentials: 'include' }).then(
        () => 'answered',
        (error: Error) => error.name,
      ),
      post: await fetch(url, { method: 'POST', mode: 'no-cors', credentials: 'include', body: 'x=1' }).then(
        () => 'answered',
        (error: Error) => error.name,
      ),
      image: await loaded(new Image(), 'src'),
      script: await loaded(document.createElement('script'), 'src'),
      frame: await readFrame(),
      request: await new Promise<string>((resolve) => {
        const old = new XMLHttpRequest();
        old.onload = () => resolve('answered');
        old.onerror = () => resolve('refused');
        old.open('GET', url);
        old.withCredentials = true;
        old.send();
      }),
    };
  }, address);
}

const NOTHING = {
  fetch: 'TypeError',
  post: 'TypeError',
  image: 'refused',
  script: 'refused',
  frame: 'SecurityError',
  request: 'refused',
};

/** Addresses that answered while something was tried. */
function answersIn(page: Page): string[] {
  const answered: string[] = [];
  page.context().on('requestfinished', (request) => answered.push(request.url()));
  return answered;
}

async function openTwo(site: OwnSite, page: Page, other: Page): Promise<[FrameLocator, string]> {
  await installPackage(site, { files: FILES });
  const content = await openContent(page, 'Hostile');
  await openContent(other, 'Hostile');
  return [content, (await other.locator('.player__frame').getAttribute('src'))!];
}

test('a package reaches nothing of another person’s attempt, though it knows the address', async ({
  startSite,
  newPage,
  watch,
}) => {
  const site = await startSite();
  const page = await newPage(amina, { site, mayReach: packagesOrigins(site) });
  const other = await newPage(bruno, { site, mayReach: packagesOrigins(site) });
  const [content, address] = await openTwo(site, page, other);
  expect(new URL(address).host).not.toBe(new URL((await page.locator('.player__frame').getAttribute('src'))!).host);
  const answered = answersIn(page);
  expect(await reachedFrom(content, address)).toEqual(NOTHING);
  expect(await reachedFrom(content, `${address}commit`)).toEqual(NOTHING);
  expect(await reachedFrom(content, `${address}contenu/ailleurs.html`)).toEqual(NOTHING);
  expect(answered.filter((url) => url.startsWith(address))).toEqual([]);
  // Its own files, by the other's token, are not there either.
  const own = await content.locator('html').evaluate(() => window.origin);
  const misplaced = await content
    .locator('html')
    .evaluate(async (_, url) => (await fetch(url)).status, `${own}${new URL(address).pathname}contenu/ailleurs.html`);
  expect(misplaced).toBe(404);

  const commits = await site.db
    .selectFrom('package_commit')
    .innerJoin('package_attempt', 'package_attempt.id', 'package_commit.attempt_id')
    .where('person_id', '=', bruno.personId)
    .select('sequence')
    .execute();
  expect(commits).toEqual([]);
  expect(await call(content, 'LMSInitialize', '')).toBe('true');
  await expectReceived(page);
  watch.problems = watch.problems.filter((problem) => !isRefusal(problem) && !/status of 404/.test(problem));
});

test('a package asks nothing of the application, and moves no window', async ({ startSite, newPage, watch }) => {
  const site = await startSite();
  await installPackage(site, { files: FILES });
  const page = await newPage(amina, { site, mayReach: packagesOrigins(site) });
  const content = await openContent(page, 'Hostile');
  const before = page.url();
  const answered = answersIn(page);
  for (const path of ['/parcours', '/modules/m90/lecture/reception', '/favicon.svg'])
    expect(await reachedFrom(content, `${site.origin}${path}`), path).toEqual(NOTHING);
  // With a click of the person, which browsers let do more.
  await content.locator('html').evaluate((_, application) => {
    document.body.insertAdjacentHTML(
      'beforeend',
      `<a id="haut" target="_top" href="${application}/parcours">haut</a>
       <a id="neuf" target="_blank" href="${application}/parcours">neuf</a>
       <form method="post" target="_top" action="${application}/parcours"><button id="envoi">envoi</button></form>
       <form method="post" target="_blank" action="${application}/parcours"><button id="fenetre">fenêtre</button></form>`,
    );
  }, site.origin);
  for (const id of ['haut', 'neuf', 'envoi', 'fenetre']) await content.locator(`#${id}`).click();
  expect(await call(content, 'LMSInitialize', '')).toBe('true');
  await expectReceived(page);
  expect(page.url()).toBe(before);
  expect(page.context().pages()).toHaveLength(1);
  expect(answered.filter((url) => url.startsWith(site.origin))).toEqual([]);
  watch.problems = watch.problems.filter((problem) => !isRefusal(problem));
});
