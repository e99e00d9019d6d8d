import { expect, test } from 'vitest';
import { listContentDifferences } from '#features/publishing/list-content-differences.ts';
import { publishContent } from '#features/publishing/publish-content.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { ACT, drawing, lessonSaying, sampleFolder } from './sample-folder.ts';

test('folders that are live as they stand differ in nothing', async () => {
  const db = await testDatabase();
  await publishContent(db, ACT, [sampleFolder()]);
  expect(await listContentDifferences(db, [sampleFolder()])).toEqual([]);
});

test('new, changed and removed modules are told apart', async () => {
  const db = await testDatabase();
  await publishContent(db, ACT, [sampleFolder(), sampleFolder({ slug: 'retire', code: 'm2' })]);
  const folders = [sampleFolder({ files: lessonSaying('Un ajout.') }), sampleFolder({ slug: 'agir', code: 'm3' })];
  expect(await listContentDifferences(db, folders)).toEqual([
    { slug: 'agir', kind: 'new' },
    { slug: 'ecouter', kind: 'changed' },
    { slug: 'retire', kind: 'removed' },
  ]);
});

test('an image drawn again is a change, though no text has changed', async () => {
  const db = await testDatabase();
  const files = lessonSaying('![Un schéma](media/schema.svg)');
  await publishContent(db, ACT, [sampleFolder({ files, media: [drawing()] })]);
  const media = [drawing('<svg xmlns="http://www.w3.org/2000/svg"><title>Autre</title></svg>')];
  expect(await listContentDifferences(db, [sampleFolder({ files, media })])).toEqual([
    { slug: 'ecouter', kind: 'changed' },
  ]);
});
