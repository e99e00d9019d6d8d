import { afterEach, expect, test } from 'vitest';
import { showDraftFolders } from '#features/publishing/draft-folders.ts';
import type { ModuleFolder } from '#features/publishing/module-folder.ts';
import { publishModule } from '#features/publishing/publish-module.ts';
import { findEditionVersion, findLiveVersion } from '#features/publishing/versions.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { ACT, BROKEN_LESSON, lessonSaying, sampleFolder } from './sample-folder.ts';

afterEach(() => showDraftFolders(null));

test('in development the live version is shown as it is being written, and as published otherwise', async () => {
  const db = await installation();
  show(sampleFolder({ files: lessonSaying('Enregistré à l’instant.') }));
  expect(await firstLesson(db)).toContain('Enregistré à l’instant.');
  showDraftFolders(null);
  expect(await firstLesson(db)).not.toContain('Enregistré à l’instant.');
});

test('in development a broken lesson carries its errors, and the others are shown', async () => {
  const db = await installation();
  show(sampleFolder({ files: BROKEN_LESSON }));
  const version = await findLiveVersion(db, 'm1');
  expect(version?.problems).toMatchObject([{ file: 'ecouter/01-premiere-lecon.mdx', line: 11, severity: 'error' }]);
  expect(version?.module.lessons.map(({ title }) => title)).toEqual(['Leçon à corriger', 'Deuxième leçon']);
});

test('in development a folder that cannot be compiled leaves what is live, with the errors', async () => {
  const db = await installation();
  show(sampleFolder({ files: { 'Brouillon.mdx': 'Texte.' } }));
  const version = await findLiveVersion(db, 'm1');
  expect(version?.problems).toHaveLength(1);
  expect(version?.module.lessons[0]?.title).toBe('Première leçon');
});

test('in development the assessment stays the published one, whose questions attempts name', async () => {
  const db = await installation();
  const published = (await findLiveVersion(db, 'm1'))!.module.pool;
  show(sampleFolder({ files: { ...lessonSaying('Un ajout.'), 'evaluation.mdx': '' } }));
  expect((await findLiveVersion(db, 'm1'))?.module.pool).toEqual(published);
});

test('in development an earlier edition stays as it was published', async () => {
  const db = await installation();
  const changed = sampleFolder({ files: lessonSaying('Deuxième édition.') });
  await publishModule(db, ACT, { folder: changed, kind: 'material', redo: false, note: 'Refonte' });
  show(sampleFolder({ files: lessonSaying('Enregistré à l’instant.') }));
  const { moduleId } = (await findLiveVersion(db, 'm1'))!;
  expect(JSON.stringify(await findEditionVersion(db, moduleId, 1))).not.toContain('Enregistré à l’instant.');
});

test('in development a module whose folder is gone stays as it was published', async () => {
  const db = await installation();
  showDraftFolders(async () => null);
  expect(await findLiveVersion(db, 'm1')).toMatchObject({ problems: [], module: { code: 'm1' } });
});

async function installation() {
  const db = await testDatabase();
  await publishModule(db, ACT, { folder: sampleFolder(), kind: 'material', redo: false, note: 'Première' });
  return db;
}

function show(folder: ModuleFolder): void {
  showDraftFolders(async (slug) => (slug === folder.slug ? folder : null));
}

async function firstLesson(db: Awaited<ReturnType<typeof installation>>): Promise<string> {
  return JSON.stringify((await findLiveVersion(db, 'm1'))?.module.lessons[0]);
}
