import { sql } from 'kysely';
import { chloe } from '#db/seeds/cast.ts';
import { enumeratePages, methodOf } from '#tests/support/e2e/enumerate-pages.ts';
import { expect, test } from '#tests/support/e2e/test.ts';
import { TRACE_TABLES } from '../architecture/table-owners.ts';

/** Every address that names a unit to follow, read from the source. */
const UNIT_ADDRESSES = enumeratePages()
  .filter((path) => path.startsWith('/suivi/[code]'))
  .flatMap((path) => ['csv', 'xlsx', 'ods', 'json', 'pdf'].map((format) => path.replace('[format]', format)))
  .filter((path, index, all) => all.indexOf(path) === index);
const QUERIES = ['', '?tri=nom', '?page=2', '?recherche=a', '?au=2026-06-01'];

test('a manager meets their unit and what is below it, and 404 for any other, through every address', async ({
  page,
  newManager,
  login,
}) => {
  await login(await newManager('FM-1'));
  const statuses = async (code: string) => {
    const addresses = UNIT_ADDRESSES.flatMap((path) => QUERIES.map((query) => path.replace('[code]', code) + query));
    return Promise.all(addresses.map(async (address) => (await page.request.get(address)).status()));
  };
  for (const mine of ['FM-1', 'FM-11', 'FM-12']) expect(new Set(await statuses(mine)), mine).toEqual(new Set([200]));
  for (const other of ['FM-2', 'FM-21', 'FM', 'ORG', 'FT-1', 'NULLE-PART', 'FM-1%25', 'FM-1%27'])
    expect(new Set(await statuses(other)), other).toEqual(new Set([404]));
});

test('a manager finds nobody of another unit on their pages', async ({ page, newManager, newLearner, login }) => {
  const mine = await newLearner('FM-11');
  const other = await newLearner('FM-21');
  await login(await newManager('FM-1'));
  for (const person of [mine, other]) {
    await page.goto(`/suivi/FM-1?recherche=${person.familyName}`);
    await expect(page.getByRole('row', { name: person.familyName })).toHaveCount(person === mine ? 1 : 0);
    await expect(page.getByText(person === mine ? '1 personne' : 'Personne')).not.toHaveCount(0);
  }
});

test('who is no manager gets 404 for the follow-up, and who is no administrator for the administration', async ({
  page,
  newManager,
  newLearner,
  newPage,
}) => {
  const learner = await newPage(await newLearner());
  const manager = await newPage(await newManager('FM-1'));
  await page.goto('/aide');
  for (const path of enumeratePages()) {
    const address = path.replace('[code]', 'FM-1');
    const sent = { method: methodOf(path), headers: { origin: new URL(page.url()).origin } };
    if (path.startsWith('/suivi')) expect((await learner.request.fetch(address, sent)).status(), path).toBe(404);
    if (path.startsWith('/administration') || path.startsWith('/atelier'))
      for (const somebody of [learner, manager])
        expect((await somebody.request.fetch(address, sent)).status(), path).toBe(404);
    const isGuarded = /^\/(suivi|administration|atelier|parcours|modules|attestations|compte)/.test(path);
    if (!isGuarded) continue;
    const signedOut = await page.request.fetch(address, { ...sent, maxRedirects: 0 });
    expect([303, signedOut.headers().location], path).toEqual([303, expect.stringMatching(/^\/connexion\?suite=/)]);
    expect(signedOut.status()).toBe(303);
  }
});

test('the follow-up is whole where no trace exists', async ({ startSite, newPage }) => {
  const site = await startSite();
  const page = await newPage(chloe, { site });
  for (const table of [...TRACE_TABLES].reverse()) await sql`drop table ${sql.table(table)}`.execute(site.db);
  for (const address of ['/suivi', ...UNIT_ADDRESSES.map((path) => path.replace('[code]', 'FM'))])
    expect((await page.request.get(address)).status(), address).toBe(200);
});
