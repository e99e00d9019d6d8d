import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '#db/schema.ts';
import { addDuration, days, parseInstant } from '#domain/time/instant.ts';
import { findMedia } from '#features/publishing/queries.ts';
import { publishModule, type ModuleRelease } from '#features/publishing/publish-module.ts';
import { findEditionVersion, findLiveVersion } from '#features/publishing/versions.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { ACT, BROKEN_LESSON, drawing, FIRST_LESSON, lessonSaying, sampleFolder } from './sample-folder.ts';

const FIRST: ModuleRelease = { folder: sampleFolder(), kind: 'material', redo: false, note: 'Première publication' };
const NEXT_DAY = { ...ACT, at: addDuration(ACT.at, days(1)) };
const CHANGED = sampleFolder({ files: lessonSaying('Un ajout.') });

test('a first version is edition 1, revision 1, live, with its content', async () => {
  const db = await testDatabase();
  const result = await publishModule(db, ACT, FIRST);

  expect(result).toMatchObject({ outcome: 'published', edition: 1, revision: 1 });
  expect(await findLiveVersion(db, 'm1')).toMatchObject({
    slug: 'ecouter',
    note: 'Première publication',
    publishedAt: ACT.at,
    module: { code: 'm1', lessons: [{ slug: '01-premiere-lecon' }, { slug: '02-deuxieme-lecon' }] },
  });
});

test('a first version is material whatever is asked, and nothing is to be done again', async () => {
  const db = await testDatabase();
  await publishModule(db, ACT, { ...FIRST, kind: 'correction', redo: true });
  expect(await listReleases(db)).toEqual([{ edition: 1, revision: 1, kind: 'material', redo_from_date: null }]);
});

test('the same content again publishes nothing, whatever is asked', async () => {
  const db = await testDatabase();
  await publishModule(db, ACT, FIRST);
  for (const kind of ['correction', 'material'] as const)
    expect(await publishModule(db, ACT, { ...FIRST, kind, redo: kind === 'material' })).toEqual({
      outcome: 'unchanged',
      edition: 1,
      revision: 1,
    });
  expect(await listReleases(db)).toHaveLength(1);
  expect(await listDeeds(db)).toHaveLength(1);
});

test('a correction is the next revision of the live edition, for those who are in it too', async () => {
  const db = await testDatabase();
  await publishModule(db, ACT, FIRST);
  const result = await publishModule(db, ACT, { folder: CHANGED, kind: 'correction', redo: false, note: 'Faute' });

  expect(result).toMatchObject({ outcome: 'published', edition: 1, revision: 2 });
  const live = await findLiveVersion(db, 'm1');
  expect(live).toMatchObject({ edition: 1, revision: 2 });
  expect((await findEditionVersion(db, live!.moduleId, 1))?.id).toBe(live?.id);
});

test('a material release opens the next edition and leaves the earlier one as it was', async () => {
  const db = await testDatabase();
  await publishModule(db, ACT, FIRST);
  const result = await publishModule(db, ACT, { folder: CHANGED, kind: 'material', redo: false, note: 'Refonte' });

  expect(result).toMatchObject({ outcome: 'published', edition: 2, revision: 1 });
  const live = await findLiveVersion(db, 'm1');
  expect(await findEditionVersion(db, live!.moduleId, 1)).toMatchObject({ edition: 1, revision: 1 });
  expect(await listReleases(db)).toMatchObject([{ redo_from_date: null }, { redo_from_date: null }]);
});

test('a material release to be done again says from which day in Paris', async () => {
  const db = await testDatabase();
  await publishModule(db, ACT, FIRST);
  const lateEvening = { ...ACT, at: parseInstant('2026-11-24T23:30:00Z') };
  await publishModule(db, lateEvening, { folder: CHANGED, kind: 'material', redo: true, note: 'Refonte' });
  expect((await listReleases(db)).at(-1)).toEqual({
    edition: 2,
    revision: 1,
    kind: 'material',
    redo_from_date: '2026-11-25',
  });
});

test('a correction never asks to do anything again', async () => {
  const db = await testDatabase();
  await publishModule(db, ACT, FIRST);
  await publishModule(db, ACT, { folder: CHANGED, kind: 'correction', redo: true, note: 'Faute' });
  expect((await listReleases(db)).at(-1)).toMatchObject({ kind: 'correction', redo_from_date: null });
});

test('going back to an earlier text is a release like another', async () => {
  const db = await testDatabase();
  await publishModule(db, ACT, FIRST);
  await publishModule(db, ACT, { folder: CHANGED, kind: 'correction', redo: false, note: 'Ajout' });
  expect(await publishModule(db, ACT, { ...FIRST, kind: 'correction', note: 'Retour' })).toMatchObject({
    outcome: 'published',
    revision: 3,
  });
});

test('content with errors is refused with the problems, and the last good version stays live', async () => {
  const db = await testDatabase();
  await publishModule(db, ACT, FIRST);
  const broken = sampleFolder({ files: BROKEN_LESSON });
  const result = await publishModule(db, ACT, { folder: broken, kind: 'correction', redo: false, note: 'Essai' });

  expect(result).toMatchObject({
    outcome: 'content-problems',
    problems: [{ file: `ecouter/${FIRST_LESSON}`, line: 11 }],
  });
  expect(await findLiveVersion(db, 'm1')).toMatchObject({ edition: 1, revision: 1 });
  expect(await listDeeds(db)).toHaveLength(1);
});

test('a code that another module holds is refused', async () => {
  const db = await testDatabase();
  await publishModule(db, ACT, FIRST);
  expect(await publishModule(db, ACT, { ...FIRST, folder: sampleFolder({ slug: 'autre' }) })).toEqual({
    outcome: 'code-taken',
    slug: 'ecouter',
  });
  expect(await listReleases(db)).toHaveLength(1);
});

test('a published module keeps its code, which bookmarks name', async () => {
  const db = await testDatabase();
  await publishModule(db, ACT, FIRST);
  expect(await publishModule(db, ACT, { ...FIRST, folder: sampleFolder({ code: 'm2' }) })).toEqual({
    outcome: 'code-changed',
    code: 'm1',
  });
});

test('images are kept by their bytes, once for all versions', async () => {
  const db = await testDatabase();
  const media = [drawing()];
  const showing = lessonSaying('![Un schéma](media/schema.svg)');
  await publishModule(db, ACT, { ...FIRST, folder: sampleFolder({ files: showing, media }) });
  const later = { [FIRST_LESSON]: `${showing[FIRST_LESSON]}\nUn ajout.\n` };
  const folder = sampleFolder({ files: later, media });
  expect(await publishModule(db, ACT, { folder, kind: 'correction', redo: false, note: 'Ajout' })).toMatchObject({
    outcome: 'published',
  });

  const stored = await findMedia(db, media[0]!.hash, 'svg');
  expect(new TextDecoder().decode(stored!)).toContain('<svg');
  expect(await db.selectFrom('media').select('hash').execute()).toHaveLength(1);
  expect(await db.selectFrom('version_media').select('path').execute()).toHaveLength(2);
});

test('each publication writes one line in the journal', async () => {
  const db = await testDatabase();
  await publishModule(db, ACT, FIRST);
  await publishModule(db, NEXT_DAY, { folder: CHANGED, kind: 'material', redo: true, note: 'Refonte' });

  const [first, second] = await listDeeds(db);
  expect(first).toMatchObject({ verb: 'module:publish', subject_kind: 'module', at: ACT.at, actor_id: null });
  expect(JSON.parse(second!.detail)).toMatchObject({
    edition: 2,
    revision: 1,
    kind: 'material',
    redo: 1,
    note: 'Refonte',
  });
});

test('a publication fails as a whole', async () => {
  const db = await testDatabase();
  const twice = [drawing(), drawing()];
  const folder = sampleFolder({ files: lessonSaying('![Un schéma](media/schema.svg)'), media: twice });
  await expect(publishModule(db, ACT, { ...FIRST, folder })).rejects.toThrow();
  expect(await db.selectFrom('module').select('id').execute()).toEqual([]);
  expect(await listDeeds(db)).toEqual([]);
});

function listReleases(db: Kysely<Database>) {
  return db
    .selectFrom('module_version')
    .select(['edition', 'revision', 'kind', 'redo_from_date'])
    .orderBy('edition')
    .orderBy('revision')
    .execute();
}

function listDeeds(db: Kysely<Database>) {
  return db
    .selectFrom('journal')
    .selectAll()
    .orderBy('rowid' as 'id')
    .execute();
}
