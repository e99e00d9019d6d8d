import { expect, test } from 'vitest';
import { publishContent, UnpublishableContentError } from '#features/publishing/publish-content.ts';
import { listLiveVersions } from '#features/publishing/versions.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { ACT, BROKEN_LESSON, sampleFolder } from './sample-folder.ts';

const ECOUTER = sampleFolder();
const AGIR = sampleFolder({ slug: 'agir', code: 'm2' });

test('every module of the clone is published, and publishing again changes nothing', async () => {
  const db = await testDatabase();
  await publishContent(db, ACT, [ECOUTER, AGIR]);
  await publishContent(db, ACT, [ECOUTER, AGIR]);
  expect((await listLiveVersions(db)).map(({ code, edition, revision }) => [code, edition, revision])).toEqual([
    ['m1', 1, 1],
    ['m2', 1, 1],
  ]);
});

test('one module with errors keeps all from being published, and the message says where', async () => {
  const db = await testDatabase();
  const broken = sampleFolder({ slug: 'agir', code: 'm2', files: BROKEN_LESSON });
  const publishing = publishContent(db, ACT, [ECOUTER, broken]);
  await expect(publishing).rejects.toThrow(UnpublishableContentError);
  await expect(publishing).rejects.toThrow(/agir\/01-premiere-lecon\.mdx:11:1 /);
  expect(await listLiveVersions(db)).toEqual([]);
});

test('two modules with one code are refused by name', async () => {
  const db = await testDatabase();
  const publishing = publishContent(db, ACT, [ECOUTER, sampleFolder({ slug: 'agir', code: 'm1' })]);
  await expect(publishing).rejects.toThrow('Les modules « agir » et « ecouter » ont le même code');
  expect(await listLiveVersions(db)).toEqual([]);
});
