import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '#db/schema.ts';
import { compileAgain } from '#features/publishing/compile-again.ts';
import { publishModule } from '#features/publishing/publish-module.ts';
import { getCompiledModule } from '#features/publishing/queries.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { ACT, drawing, lessonSaying, sampleFolder } from './sample-folder.ts';

const FOLDER = sampleFolder({ files: lessonSaying('![Un schéma](media/schema.svg)'), media: [drawing()] });

test('what an earlier compiler made is made again from the stored sources, once', async () => {
  const db = await testDatabase();
  const versionId = await publish(db);
  const asPublished = await getCompiledModule(db, versionId);
  await db.updateTable('compiled_version').set({ compiler_version: 0, compiled: '{}' }).execute();

  expect(await compileAgain(db)).toBe(1);
  expect(await getCompiledModule(db, versionId)).toEqual(asPublished);
  expect(await compileAgain(db)).toBe(0);
});

test('a version that this compiler refuses stays readable as it was', async () => {
  const db = await testDatabase();
  await insertRefusedVersion(db);
  expect(await compileAgain(db)).toBe(0);
  expect(await getCompiledModule(db, 'ancienne')).toMatchObject({ title: 'Ancien', lessons: [], glossary: [] });
});

async function publish(db: Kysely<Database>): Promise<string> {
  const result = await publishModule(db, ACT, { folder: FOLDER, kind: 'material', redo: false, note: 'Première' });
  if (result.outcome !== 'published') throw new Error(result.outcome);
  return result.versionId;
}

async function insertRefusedVersion(db: Kysely<Database>): Promise<void> {
  const sources = JSON.stringify({ files: {}, media: {}, context: { moduleSlugs: [], helpIds: [] } });
  await db.insertInto('module').values({ id: 'a', slug: 'ancien', code: 'm1', created_at: ACT.at }).execute();
  await db
    .insertInto('module_version')
    .values({
      id: 'ancienne',
      module_id: 'a',
      edition: 1,
      revision: 1,
      hash: '0',
      title: 'Ancien',
      kind: 'material',
      redo_from_date: null,
      note: '',
      sources,
      published_at: ACT.at,
      published_by: null,
    })
    .execute();
  await db
    .insertInto('compiled_version')
    .values({ version_id: 'ancienne', compiler_version: 0, compiled: JSON.stringify({ title: 'Ancien' }) })
    .execute();
}
