import { expect, test } from 'vitest';
import type { Act } from '#domain/identity/act.ts';
import { COMPILER_VERSION } from '#domain/authoring/compile-module.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { findPackageVersion } from '#features/packages/find-package-version.ts';
import { publishPackage, type PackageRelease } from '#features/packages/publish-package.ts';
import { compileAgain } from '#features/publishing/compile-again.ts';
import { listContentDifferences } from '#features/publishing/list-content-differences.ts';
import { loadAtelierModulePage } from '#features/publishing/load-atelier-module-page.ts';
import { loadAtelierPage } from '#features/publishing/load-atelier-page.ts';
import { findEditionVersion, findLiveVersion } from '#features/publishing/versions.ts';
import { loadGlossaryPage } from '#features/search/load-glossary-page.ts';
import { refreshIndex } from '#features/search/refresh-index.ts';
import { DESCRIPTION, installPackage, SAMPLES } from '#tests/support/packages/sample-packages.ts';
import { zipOf } from '#tests/support/packages/zip-of.ts';
import { AT, scene } from './scene.ts';

const ACT: Act = { by: null, at: AT, requestId: null };
const ONE = SAMPLES['scorm12-one'];
const NEXT = { ...ONE, 'style.css': 'body { color: black; }\n' };

async function published() {
  const at = await scene();
  const first = await installPackage(at);
  const delivered = await at.bring(await zipOf(NEXT));
  if (delivered.kind !== 'kept') throw new Error(JSON.stringify(delivered));
  const release = (change: Partial<PackageRelease>) =>
    publishPackage(at.db, ACT, {
      deliveryId: delivered.deliveryId,
      description: { ...DESCRIPTION },
      rule: 'all',
      mayOpenWindows: false,
      kind: 'material',
      ...change,
    });
  return { ...at, first, nextDelivery: delivered.deliveryId, release };
}

test('a package becomes a module of its own kind, with what the trainer says of it and what it plays', async () => {
  const { db, first } = await published();
  const module = await db.selectFrom('module').selectAll().executeTakeFirstOrThrow();
  expect(module).toMatchObject({ id: first.moduleId, code: 'm90', slug: 'paquet-m90', is_package: 1 });
  const live = (await findLiveVersion(db, 'm90'))!;
  expect(live).toMatchObject({ id: first.versionId, edition: 1, revision: 1 });
  expect(live.module).toMatchObject({ title: 'Écouter et orienter', minutes: 15, lessons: [], pool: [] });
  expect(await findPackageVersion(db, first.versionId)).toMatchObject({
    deliveryId: first.deliveryId,
    completionRule: 'all',
    mayOpenWindows: false,
    manifest: { identifier: 'fr.exemple.ecouter' },
  });
  expect(await findPackageVersion(db, 'autre')).toBeNull();
  const verbs = await db.selectFrom('journal').select('verb').execute();
  expect(verbs.map(({ verb }) => verb)).toContain('module:publish');
});

test('a material release opens an edition and leaves the one before as it is; a correction replaces it', async () => {
  const { db, first, nextDelivery, release } = await published();
  const material = await release({ mayOpenWindows: true, rule: 'any', note: 'Nouvelle édition' });
  expect(material).toMatchObject({ outcome: 'published', edition: 2, revision: 1 });
  expect((await findEditionVersion(db, first.moduleId, 1))!.id).toBe(first.versionId);
  expect((await findPackageVersion(db, first.versionId))!.deliveryId).toBe(first.deliveryId);
  const live = (await findLiveVersion(db, 'm90'))!;
  expect(live.edition).toBe(2);
  expect(await findPackageVersion(db, live.id)).toMatchObject({
    deliveryId: nextDelivery,
    completionRule: 'any',
    mayOpenWindows: true,
  });
  const back = await release({ deliveryId: first.deliveryId, kind: 'correction', note: 'Retour' });
  expect(back).toMatchObject({ outcome: 'published', edition: 2, revision: 2 });
  expect((await findEditionVersion(db, first.moduleId, 1))!.id).toBe(first.versionId);
});

test('what is to be redone is dated, and only with a new edition', async () => {
  const { db, release } = await published();
  await release({ redo: true, kind: 'correction', note: 'Correction' });
  await release({ redo: true, rule: 'any', note: 'À refaire' });
  const rows = await db
    .selectFrom('module_version')
    .select('redo_from_date')
    .orderBy('edition')
    .orderBy('revision')
    .execute();
  expect(rows.map((row) => row.redo_from_date)).toEqual([null, null, '2026-11-26']);
});

test('the same release twice changes nothing', async () => {
  const { db, first, release } = await published();
  expect(await release({ note: 'Un' })).toMatchObject({ outcome: 'published' });
  const count = async () => (await db.selectFrom('module_version').select('id').execute()).length;
  expect(await count()).toBe(2);
  expect(await release({ note: 'Deux' })).toEqual({ outcome: 'unchanged', edition: 2, revision: 1 });
  expect(await count()).toBe(2);
  await expect(
    release({ deliveryId: first.deliveryId, kind: 'first', description: { ...DESCRIPTION } }),
  ).resolves.toEqual({ outcome: 'code-taken' });
  expect(await count()).toBe(2);
});

test('a first publication sent twice is one', async () => {
  const { release, db } = await published();
  const description = { ...DESCRIPTION, code: 'm91' };
  expect(await release({ kind: 'first', description })).toMatchObject({ outcome: 'published', edition: 1 });
  expect(await release({ kind: 'first', description })).toEqual({ outcome: 'unchanged', edition: 1, revision: 1 });
  expect(await db.selectFrom('module').select('id').execute()).toHaveLength(2);
});

test('each refusal', async () => {
  const at = await published();
  const other = await installPackage(at, { sample: 'scorm12-two', code: 'm91' });
  await at.db.insertInto('module').values({ id: 'x', slug: 'paquet-m92', code: 'm1', created_at: AT }).execute();
  expect(await at.release({ deliveryId: 'x' })).toEqual({ outcome: 'no-such-delivery' });
  expect(await at.release({ description: { ...DESCRIPTION, code: 'm80' } })).toEqual({ outcome: 'no-such-module' });
  expect(await at.release({ description: { ...DESCRIPTION, code: 'm1' } })).toEqual({ outcome: 'no-such-module' });
  expect(await at.release({ deliveryId: other.deliveryId })).toEqual({ outcome: 'other-package' });
  for (const code of ['m1', 'm91', 'm92'])
    expect(await at.release({ kind: 'first', description: { ...DESCRIPTION, code } })).toEqual({
      outcome: 'code-taken',
    });
});

test('what reads content/ and what compiles leave packages alone', async () => {
  const { db, first } = await published();
  await db
    .updateTable('compiled_version')
    .set({ compiler_version: COMPILER_VERSION - 1 })
    .execute();
  expect(await compileAgain(db)).toBe(0);
  expect(await listContentDifferences(db, [])).toEqual([]);
  expect(await loadAtelierPage(db, [])).toMatchObject([
    { code: 'm90', difference: 'none', errorCount: 0, isPackage: true },
  ]);
  expect(await loadAtelierModulePage(db, [], { slug: 'paquet-m90', on: '2026-11-26' as CivilDate })).toMatchObject({
    code: 'm90',
    deliveryId: first.deliveryId,
    changes: [],
    errors: [],
  });
  await expect(refreshIndex(db)).resolves.toBe('rebuilt');
  expect(await loadGlossaryPage(db)).toEqual({ letters: [] });
});
