import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '#db/schema.ts';
import { findEditionVersion, findLiveVersion, findVersion, listLiveVersions } from '#features/publishing/versions.ts';
import { testDatabase } from '#tests/support/test-database.ts';

test('the live version is the latest revision of the latest edition', async () => {
  const db = await testDatabase();
  await insertModule(db, 'a', 'm1');
  await insertVersion(db, 'a', 1, 1);
  await insertVersion(db, 'a', 1, 2);
  await insertVersion(db, 'a', 2, 1);

  expect(await findLiveVersion(db, 'm1')).toMatchObject({ edition: 2, revision: 1 });
  expect(await findEditionVersion(db, 'a', 1)).toMatchObject({ edition: 1, revision: 2 });
});

test('an old version is still found with the content it had', async () => {
  const db = await testDatabase();
  await insertModule(db, 'a', 'm1');
  const first = await insertVersion(db, 'a', 1, 1);
  await insertVersion(db, 'a', 1, 2);

  expect(await findVersion(db, first)).toMatchObject({ module: { title: 'Titre 1.1' } });
});

test('modules are listed by the number of their code', async () => {
  const db = await testDatabase();
  for (const code of ['m10', 'm2', 'm1']) {
    await insertModule(db, `module-${code}`, code);
    await insertVersion(db, `module-${code}`, 1, 1);
  }
  expect((await listLiveVersions(db)).map((version) => version.code)).toEqual(['m1', 'm2', 'm10']);
});

test('what was never published is not found', async () => {
  const db = await testDatabase();
  expect(await findLiveVersion(db, 'm1')).toBeNull();
  expect(await findEditionVersion(db, 'a', 1)).toBeNull();
  expect(await findVersion(db, 'x')).toBeNull();
  expect(await listLiveVersions(db)).toEqual([]);
});

async function insertModule(db: Kysely<Database>, id: string, code: string): Promise<void> {
  await db.insertInto('module').values({ id, slug: id, code, created_at: '2026-01-05T08:00:00.000Z' }).execute();
}

async function insertVersion(
  db: Kysely<Database>,
  moduleId: string,
  edition: number,
  revision: number,
): Promise<string> {
  const id = crypto.randomUUID();
  await db
    .insertInto('module_version')
    .values({
      id,
      module_id: moduleId,
      edition,
      revision,
      hash: id,
      title: 'Titre',
      kind: revision === 1 ? 'material' : 'correction',
      redo_from_date: null,
      note: '',
      sources: '{}',
      published_at: '2026-01-05T08:00:00.000Z',
      published_by: null,
    })
    .execute();
  const compiled = JSON.stringify({ title: `Titre ${edition}.${revision}` });
  await db.insertInto('compiled_version').values({ version_id: id, compiler_version: 1, compiled }).execute();
  return id;
}
