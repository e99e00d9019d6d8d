import { amina } from '#db/seeds/cast.ts';
import { call, contentOf, expectReceived, openContent, packagesOrigins } from '#tests/support/e2e/package-player.ts';
import { expect, test } from '#tests/support/e2e/test.ts';
import { installPackage, SAMPLES } from '#tests/support/packages/sample-packages.ts';
import { quietPage } from '#tests/support/packages/speaking-pages.ts';

const FILES = { ...SAMPLES['scorm12-one'], 'index.html': quietPage('Hostile', 'scorm12') };

test('a hostile package reads nothing, calls nothing and moves nothing of the application', async ({
  startSite,
  newPage,
  watch,
}) => {
  const site = await startSite();
  await installPackage(site, { files: FILES });
  const page = await newPage(amina, { site, mayReach: packagesOrigins(site) });
  const content = await openContent(page, 'Hostile');
  const before = page.url();
  const tried = await content.locator('html').evaluate(async (_, application) => {
    const attempt = async (work: () => unknown): Promise<string> => {
      try {
        return `done: ${String(await work())}`;
      } catch (error) {
        return (error as Error).name;
      }
    };
    const posted = () => {
      const form = document.createElement('form');
      form.method = 'post';
      form.action = `${application}/parcours?_action=signOut`;
      document.body.append(form);
      form.submit();
      return 'sent';
    };
    return {
      cookies: document.cookie,
      page: await attempt(() => window.parent.parent.document.title),
      call: await attempt(() => fetch(`${application}/parcours`, { credentials: 'include' })),
      beacon: await attempt(() => navigator.sendBeacon(`${application}/parcours?_action=signOut`, 'x')),
      socket: await attempt(() => new WebSocket(application.replace('http', 'ws'))),
      form: await attempt(posted),
      top: await attempt(() => {
        window.top!.location.href = 'about:blank';
        return 'moved';
      }),
      worker: await attempt(() => navigator.serviceWorker.register('index.html')),
      popup: await attempt(() => String(window.open('about:blank'))),
    };
  }, site.origin);
  expect(tried.cookies).toBe('');
  expect(tried.page).toBe('SecurityError');
  expect(tried.call).toBe('TypeError');
  expect(tried.top).toBe('SecurityError');
  expect(tried.worker).toMatch(/Error$/);
  expect(tried.popup).toBe('done: null');
  expect(page.url()).toBe(before);
  await expect(page.getByRole('button', { name: 'Quitter le module' })).toBeVisible();
  // The person is still signed in, and nothing was asked of the application in their name.
  expect((await page.request.get('/parcours')).status()).toBe(200);
  expect(await site.db.selectFrom('sign_in_session').select('person_id').execute()).toHaveLength(1);
  watch.problems = watch.problems.filter(
    (problem) => !/Content Security Policy|sandbox|Unsafe attempt|Blocked|violates/.test(problem),
  );
});

test('forged messages change nothing of what the page shows', async ({ startSite, newPage }) => {
  const site = await startSite();
  await installPackage(site, { files: FILES });
  const page = await newPage(amina, { site, mayReach: packagesOrigins(site) });
  const content = await openContent(page, 'Hostile');
  await content.locator('html').evaluate(() => {
    const forged = [
      { kind: 'received', at: '2026-11-23T09:00:00.000Z', isComplete: true },
      { kind: 'ended', why: 'expired' },
      { kind: 'plan', lines: [{ item: 'x', title: '<img src=x onerror=alert(1)>', depth: 0, state: 'done' }] },
      { kind: 'kept', commits: 'beaucoup' },
      null,
    ];
    for (const message of forged) {
      window.parent.parent.postMessage({ mark: 'reperes-lecture', message }, '*');
      window.parent.postMessage({ mark: 'reperes-lecture', message: { kind: 'leave' } }, '*');
    }
  });
  expect(await call(content, 'LMSInitialize', '')).toBe('true');
  await expectReceived(page);
  await expect(page.getByText('Le module est terminé.')).toHaveCount(0);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('what a package stores stays with its attempt, and filling the storage loses no commit', async ({
  startSite,
  newPage,
}) => {
  const site = await startSite();
  await installPackage(site, { files: FILES });
  await installPackage(site, {
    files: {
      ...FILES,
      'imsmanifest.xml': SAMPLES['scorm12-one']['imsmanifest.xml']!.replace('fr.exemple.ecouter', 'fr.exemple.autre'),
    },
    code: 'm91',
  });
  const page = await newPage(amina, { site, mayReach: packagesOrigins(site) });
  const first = await openContent(page, 'Hostile', 'm90');
  const filled = await first.locator('html').evaluate(() => {
    let size = 0;
    try {
      for (; size < 100; size += 1) localStorage.setItem(`secret-${size}`, 'x'.repeat(1_000_000));
    } catch (error) {
      return `${size} ${(error as Error).name}`;
    }
    return `${size}`;
  });
  // On « localhost » the browser takes both origins for different sites, and keeps the frame out of storage altogether.
  expect(filled).toMatch(/^(0 SecurityError|[1-9]\d? QuotaExceededError)$/);
  expect(await call(first, 'LMSInitialize', '')).toBe('true');
  expect(await call(first, 'LMSSetValue', 'cmi.suspend_data', 'malgré tout')).toBe('true');
  await expectReceived(page);
  await expect
    .poll(async () =>
      (await site.db.selectFrom('package_item').select('state').execute()).map(({ state }) => state).join(),
    )
    .toContain('malgré tout');

  const other = await newPage(amina, { site, mayReach: packagesOrigins(site) });
  const second = await openContent(other, 'Hostile', 'm91');
  const seen = await second.locator('html').evaluate(() => {
    try {
      return Object.keys(localStorage).join();
    } catch {
      return '';
    }
  });
  expect(seen).toBe('');
  expect(new URL(await second.locator('html').evaluate(() => window.origin)).host).not.toBe(
    new URL(
      await contentOf(page)
        .locator('html')
        .evaluate(() => window.origin),
    ).host,
  );
});
