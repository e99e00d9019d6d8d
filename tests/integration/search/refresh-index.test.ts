import { sql, type Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '#db/schema.ts';
import { refreshIndex } from '#features/search/refresh-index.ts';
import { insertPublishedModule, smallModule } from '#tests/support/published-module.ts';
import { firstModule, found, twoModules } from './scene.ts';

async function everythingIndexed(db: Kysely<Database>): Promise<unknown> {
  const { rows } = await sql`select rowid, * from search_text order by rowid`.execute(db);
  return { rows, state: await db.selectFrom('search_state').selectAll().execute() };
}

test('the index is made once, then left alone', async () => {
  const db = await twoModules();
  expect(await refreshIndex(db)).toBe('rebuilt');
  const before = await everythingIndexed(db);
  expect(await refreshIndex(db)).toBe('current');
  expect(await everythingIndexed(db)).toEqual(before);
});

test('two searches at once make one index', async () => {
  const db = await twoModules();
  const outcomes = await Promise.all([refreshIndex(db), refreshIndex(db)]);
  expect(outcomes.sort()).toEqual(['current', 'rebuilt']);
  expect(await db.selectFrom('search_text').select('title').execute()).toHaveLength(4);
});

test('a correction is found at once, and what it replaced no more', async () => {
  const db = await twoModules();
  expect(await found(db, 'réaction')).toEqual(['/modules/m1/1']);
  await insertPublishedModule(db, firstModule('Le gel est un réflexe.'), { revision: 2 });
  expect(await found(db, 'réaction')).toEqual([]);
  expect(await found(db, 'réflexe')).toEqual(['/modules/m1/1']);
});

test('a new module is found at once', async () => {
  const db = await twoModules();
  expect(await found(db, 'orienter')).toHaveLength(1);
  await insertPublishedModule(db, smallModule({ slug: 'autre', code: 'm3' }));
  expect(await found(db, 'orienter')).toEqual(['/modules/m1/2', '/modules/m3/2']);
});

test('a rebuilding that fails leaves the index that was there', async () => {
  const db = await twoModules();
  await refreshIndex(db);
  const before = await everythingIndexed(db);
  await insertPublishedModule(db, firstModule('Un autre texte.'), { revision: 2 });
  await sql`create trigger refuse before update on search_state begin select raise(abort, 'refused'); end`.execute(db);
  await expect(refreshIndex(db)).rejects.toThrow('refused');
  expect(await everythingIndexed(db)).toEqual(before);
});
