import { chloe } from '#db/seeds/cast.ts';
import { expect, test } from '#tests/support/e2e/test.ts';

const PLAIN = { javaScriptEnabled: false };
const figureOf = (text: string) => Number(text.replace(/\D/g, ''));

test('each figure opens the list behind it, which has as many people, today and on a past day', async ({ newPage }) => {
  const page = await newPage(chloe, PLAIN);
  for (const address of ['/suivi', '/suivi?au=2026-06-30', '/suivi/FM-1']) {
    await page.goto(address);
    const figures = await page
      .getByRole('main')
      .locator('a[href*="etat="]')
      .evaluateAll((links) =>
        links.map((link) => ({ text: link.textContent ?? '', href: link.getAttribute('href')! })),
      );
    const counted = figures.filter(({ text }) => /^\s*[\d\s\u202f\u00a0]+\s*$/.test(text));
    expect(counted.length, address).toBeGreaterThan(10);
    for (const { text, href } of counted.slice(0, 40)) {
      const html = await (await page.request.get(href)).text();
      const [, people] = /aria-live="polite"[^>]*>\s*(Personne|[\d\s\u202f\u00a0]+) (?:personne|ne )/.exec(html) ?? [];
      expect(people === 'Personne' ? 0 : figureOf(people ?? ''), `${href}: ${people}`).toBe(figureOf(text));
    }
  }
});

test('one filter does not undo another, and a filter that means nothing is told', async ({ newPage, askFor }) => {
  const page = await newPage(chloe, PLAIN);
  await page.goto('/suivi/FM?tri-unites=-taux&statut=civilian');
  await page.getByLabel('Nom ou matricule').fill('a');
  await page.getByRole('button', { name: 'Filtrer' }).click();
  await expect(page).toHaveURL(/tri-unites=-taux/);
  await expect(page).toHaveURL(/recherche=a/);
  await page.getByLabel(/date/i).first().fill('2026-06-30');
  await page.locator('.situation-form').getByRole('button').click();
  for (const kept of [/recherche=a/, /statut=civilian/, /tri-unites=-taux/, /au=2026-06-30/])
    await expect(page).toHaveURL(kept);

  await page.goto('/suivi/FM?etat=rien');
  await expect(page.getByText('Le filtre « etat » ne connaît pas « rien »')).toBeVisible();
  askFor(400);
  const refused = await page.request.get('/suivi/FM/export/csv?etat=rien');
  expect([refused.status(), await refused.text()]).toEqual([400, expect.stringContaining('« rien »')]);
});

test('a unit is compared with itself four weeks before', async ({ newPage }) => {
  const page = await newPage(chloe, PLAIN);
  await page.goto('/suivi/FM-1');
  await page.getByRole('link', { name: /Comparer/ }).click();
  const [first, second] = [page.getByLabel('À la date du').first(), page.getByLabel('À la date du').nth(1)];
  const days = Date.parse(await second.inputValue()) - Date.parse(await first.inputValue());
  expect(days / 86_400_000).toBe(28);
  await expect(page.getByLabel(/^Unité/).first()).toHaveValue('FM-1');
  await expect(page.getByRole('table', { name: 'Comparaison' })).toBeVisible();
});
