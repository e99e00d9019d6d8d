import { DEMONSTRATION_PASSWORD } from '#db/seeds/cast.ts';
import { beginModule, readEveryLesson, sitAttempt } from '#tests/support/e2e/learner-journey.ts';
import { liveModule } from '#tests/support/e2e/live-module.ts';
import { admitTestPerson } from '#tests/support/e2e/people.ts';
import { freePort } from '#tests/support/e2e/site-server.ts';
import { expect, test } from '#tests/support/e2e/test.ts';
import { startTlsProxy } from '#tests/support/e2e/tls-proxy.ts';

test('behind a proxy that ends TLS, one signs in, learns, completes and signs out', async ({ startSite, newPage }) => {
  test.slow();
  const proxyPort = await freePort();
  const origin = `https://localhost:${proxyPort}`;
  const site = await startSite({ environment: { REPERES_ORIGIN: origin, REPERES_TRUSTED_PROXIES: '127.0.0.1' } });
  const proxy = await startTlsProxy(proxyPort, site.port);
  try {
    const module = await liveModule(site.db, 'm1');
    const learner = await admitTestPerson(site.db, { role: 'learner', unitCode: 'SE-12' });
    const page = await newPage(null, { site: { origin, db: site.db }, ignoreHTTPSErrors: true });
    await page.goto('/');
    await page.getByLabel('Identifiant').fill(learner.username);
    await page.getByLabel('Mot de passe').fill(DEMONSTRATION_PASSWORD);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await expect(page).toHaveURL(`${origin}/parcours`);

    const cookies = await page.context().cookies();
    expect(cookies).toEqual([
      expect.objectContaining({ name: '__Host-reperes', secure: true, httpOnly: true, sameSite: 'Lax', path: '/' }),
    ]);

    await beginModule(page, module);
    await readEveryLesson(page, module);
    await sitAttempt(page, module, { isRight: true });
    await expect(page.getByRole('link', { name: 'Voir mon attestation' })).toBeVisible();

    const answer = await page.request.get('/aide', { ignoreHTTPSErrors: true });
    expect(answer.headers()['strict-transport-security']).toContain('max-age=');

    await page.goto('/parcours');
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await expect(page).toHaveURL(`${origin}/connexion`);
    // The last page may still be fetching its font, which the proxy must not refuse.
    await page.close();
  } finally {
    await proxy.close();
  }
});
