import { driss } from '#db/seeds/cast.ts';
import { LISTS } from '#features/exports/lists.ts';
import { verifyList } from '#platform/lists/verify-list.ts';
import { expect, test } from '#tests/support/e2e/test.ts';

const FORMATS = ['csv', 'xlsx', 'ods', 'json'];

/** The page of each list, where its export stands. */
const PAGES: Record<string, string> = {
  seances: '/seances?etat=closed',
  rencontres: '/rencontres',
  decisions: '/administration/decisions',
  parcours: '/administration/programmes',
  delegations: '/administration/delegations',
  unites: '/administration',
  personnes: '/administration/unites/FM-1',
  imports: '/administration/imports',
  journal: '/administration/journal?famille=parcours',
};

test('the list of a page is had as a file in each format, with the lines of the page, and verifies', async ({
  newPage,
}) => {
  const page = await newPage(driss, { javaScriptEnabled: false });
  for (const [list, address] of Object.entries(PAGES)) {
    await page.goto(address);
    const links = page.getByRole('main').locator(`a[href^="/listes/${list}/"]`);
    // Nothing to list, nothing to export.
    if ((await links.count()) === 0) {
      await expect(page.getByRole('main').getByText(/Aucun/).first()).toBeVisible();
      continue;
    }
    await page.locator('summary', { hasText: 'Exporter' }).click();
    const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(addresses.map((href) => href.split('?')[0])).toEqual(FORMATS.map((format) => `/listes/${list}/${format}`));
    const found = await Promise.all(
      addresses.map(async (href, place) => {
        const answer = await page.request.get(href);
        expect(answer.status(), href).toBe(200);
        const name = /filename="([^"]+)"/.exec(answer.headers()['content-disposition'] ?? '')?.[1] ?? '';
        expect(name).toMatch(new RegExp(`^${list}-\\d{4}-\\d\\d-\\d\\d\\.${FORMATS[place]}$`));
        return verifyList(new Uint8Array(await answer.body()), name);
      }),
    );
    for (const result of found) expect(result, list).toMatchObject({ outcome: 'intact' });
    const counts = new Set(found.map((result) => result.outcome === 'intact' && result.lineCount));
    expect(counts.size, list).toBe(1);
    const shown = await page.locator('main table').first().locator('tbody tr').count();
    // A list of decisions is of cards; a page has at most a hundred lines.
    if (shown > 0 && shown < 50) expect([...counts], list).toEqual([shown]);
  }
});

test('the list of a session is had as a file', async ({ newPage }) => {
  const page = await newPage(driss);
  await page.goto('/seances?etat=closed');
  await page.getByRole('main').getByRole('rowheader').first().getByRole('link').click();
  const rows = page.getByRole('table', { name: 'Liste de la séance' }).getByRole('rowheader');
  await expect(rows.first()).toBeVisible();
  await page.locator('summary', { hasText: 'Exporter' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'JSON' }).click();
  const file = await (await download).createReadStream();
  const text = (await file.toArray()).map(String).join('');
  const { lines, heading } = JSON.parse(text) as { lines: unknown[][]; heading: Record<string, string> };
  expect(lines).toHaveLength(await rows.count());
  expect(heading['État']).toBe('clôturée');
});

test('a list is had by those who may see its page, and by nobody else', async ({
  page,
  newPage,
  newManager,
  newLearner,
}) => {
  const learner = await newPage(await newLearner());
  const manager = await newPage(await newManager('FM-1'));
  const administrator = await newPage(driss);
  for (const { name } of LISTS) {
    const address = `/listes/${name}/csv?unite=FM-1`;
    expect((await learner.request.get(address)).status(), name).toBe(404);
    expect((await manager.request.get(address)).status(), name).toBe(name === 'delegations' ? 200 : 404);
    const signedOut = await page.request.get(address, { maxRedirects: 0 });
    expect([signedOut.status(), signedOut.headers().location], name).toEqual([
      303,
      expect.stringContaining('/connexion'),
    ]);
  }
  for (const path of [
    'personnes/csv?unite=NULLE-PART',
    'personnes/csv',
    'inscrits/csv?seance=x',
    'seances/pdf',
    'rien/csv',
  ])
    expect((await administrator.request.get(`/listes/${path}`)).status(), path).toBe(404);
});
