import { createHash } from 'node:crypto';
import { mkdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { blobPath, findPackageFile } from '#features/packages/package-store.ts';
import { sweepStore } from '#features/packages/sweep-store.ts';
import { SAMPLES } from '#tests/support/packages/sample-packages.ts';
import { rawZip } from '#tests/support/packages/raw-zip.ts';
import { zipOf } from '#tests/support/packages/zip-of.ts';
import { AT, refusalOf, scene } from './scene.ts';

const ONE = SAMPLES['scorm12-one'];
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('a package is kept by content, with what it is and who brought it', async () => {
  const at = await scene();
  const result = await at.bring(await zipOf(ONE));
  if (result.kind !== 'kept') throw new Error(JSON.stringify(result));
  expect(result.fileCount).toBe(3);
  const row = await at.db.selectFrom('package_delivery').selectAll().executeTakeFirstOrThrow();
  expect(row).toMatchObject({
    id: result.deliveryId,
    standard: 'scorm12',
    identifier: 'fr.exemple.ecouter',
    title: 'Écouter',
    file_name: 'paquet.zip',
    file_count: 3,
    total_bytes: Object.values(ONE).reduce((sum, text) => sum + Buffer.byteLength(text), 0),
    imported_at: AT,
  });
  const file = (await findPackageFile(at.db, result.deliveryId, 'style.css'))!;
  expect(file).toEqual({ hash: sha256(ONE['style.css']!), bytes: 34, mediaType: 'text/css' });
  const kept = blobPath(at.dataFolder, file.hash);
  expect(await readFile(kept, 'utf8')).toBe(ONE['style.css']);
  expect((await stat(kept)).mode & 0o777).toBe(0o600);
  expect(await findPackageFile(at.db, result.deliveryId, 'autre.css')).toBeNull();
  expect(await at.storedFiles()).toHaveLength(3);
  const [deed] = await at.db.selectFrom('journal').selectAll().execute();
  expect(deed).toMatchObject({ verb: 'package:import', subject_id: result.deliveryId });
});

test('the same files are the same package, however they are zipped, and nothing is written', async () => {
  const at = await scene();
  const first = await at.bring(await zipOf(ONE));
  const files = await at.storedFiles();
  const entries = Object.entries(ONE).map(([name, content]) => ({ name, content, method: 0 }));
  const again = await at.bring(rawZip(entries.reverse()));
  expect(again).toMatchObject({ kind: 'known', deliveryId: (first as { deliveryId: string }).deliveryId });
  expect(await at.storedFiles()).toEqual(files);
  expect(await at.db.selectFrom('package_delivery').select('id').execute()).toHaveLength(1);
  expect(await at.db.selectFrom('journal').select('id').execute()).toHaveLength(1);
});

test('two at the same moment are one', async () => {
  const at = await scene();
  const zip = await zipOf(ONE);
  const results = await Promise.all([at.bring(zip), at.bring(zip)]);
  expect(results.map(({ kind }) => kind).sort()).toEqual(['kept', 'known']);
  expect(await at.storedFiles()).toHaveLength(3);
});

test('another delivery shares the files that have not changed', async () => {
  const at = await scene();
  await at.bring(await zipOf(ONE));
  const next = await at.bring(await zipOf({ ...ONE, 'style.css': 'body { color: black; }\n' }));
  expect(next.kind).toBe('kept');
  expect(await at.storedFiles()).toHaveLength(4);
});

test('a manifest in a folder is read there, and the doctor says so', async () => {
  const at = await scene();
  const inFolder = Object.fromEntries(Object.entries(ONE).map(([path, text]) => [`livraison/cours/${path}`, text]));
  const result = await at.bring(await zipOf({ ...inFolder, 'lisez-moi.txt': 'Bonjour' }));
  if (result.kind !== 'kept') throw new Error(JSON.stringify(result));
  expect(result.manifest.folder).toBe('livraison/cours/');
  expect(result.manifest.resources[0]!.path).toBe('livraison/cours/index.html');
  expect(result.findings).toContainEqual(
    expect.objectContaining({ severity: 'unusual', message: expect.stringContaining('« livraison/cours »') as string }),
  );
});

test('what systems add is left aside and said', async () => {
  const at = await scene();
  const result = await at.bring(await zipOf({ ...ONE, '__MACOSX/._index.html': 'x', '.DS_Store': 'x' }));
  expect(result).toMatchObject({ kind: 'kept', fileCount: 3 });
  expect(result.findings.map(({ message }) => message)).toContainEqual(expect.stringContaining('2 fichiers ajoutés'));
});

test('names in CP437, in UTF-8 that is not said, and beside another name are read', async () => {
  const at = await scene();
  const unicode = Buffer.concat([Buffer.from([1, 0, 0, 0, 0]), Buffer.from('c\u0153ur.html')]);
  unicode.writeUInt32LE(crc32(Buffer.from('coeur.html')), 1);
  const field = Buffer.concat([Buffer.from([0x75, 0x70, unicode.length, 0]), unicode]);
  const zip = rawZip([
    ...Object.entries(ONE).map(([name, content]) => ({ name, content })),
    { name: Buffer.from([0x82, 0x74, 0x82, 0x2e, 0x70, 0x6e, 0x67]), flags: 0, content: 'x' },
    { name: Buffer.from('forêt.png'), flags: 0, content: 'y' },
    { name: 'coeur.html', flags: 0, content: 'z', extra: field },
  ]);
  const result = await at.bring(zip);
  if (result.kind === 'refused') throw new Error(JSON.stringify(result));
  const rows = await at.db.selectFrom('package_file').select('path').orderBy('path').execute();
  expect(rows.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['\u00e9t\u00e9.png', 'forêt.png', 'c\u0153ur.html']),
  );
});

test('archives written as they come, and those of the large format, are read like others', async () => {
  const at = await scene();
  for (const [place, large] of [false, true].entries()) {
    const zip = new ZipFile();
    for (const [path, text] of Object.entries({ ...ONE, 'place.txt': String(place) }))
      zip.addReadStream(Readable.from([Buffer.from(text)]), path, { forceZip64Format: large });
    zip.end({ forceZip64Format: large, comment: '' });
    expect(await at.bring(await buffer(zip.outputStream))).toMatchObject({ kind: 'kept', fileCount: 4 });
  }
});

test.each([
  [{ 'cmi5.xml': '<courseStructure/>' }, /^C’est un paquet cmi5/],
  [{ 'cours/tincan.xml': '<tincan/>' }, /^C’est un paquet xAPI/],
  [{ 'cours.crs': '', 'cours.au': '', 'cours.des': '' }, /^C’est un paquet AICC/],
  [{ 'paquet.zip': 'PK' }, /mais une autre archive/],
  [{ 'index.html': '' }, /^Ce n’est pas un paquet SCORM/],
  [{ 'a/imsmanifest.xml': '<m/>', 'b/imsmanifest.xml': '<m/>' }, /plusieurs paquets/],
])('%j is said to be what it is', async (files, message) => {
  const at = await scene();
  expect(refusalOf(await at.bring(await zipOf(files as Record<string, string>))).message).toMatch(message);
  expect(await at.storedFiles()).toEqual([]);
});

test('a database that refuses leaves no half package: its files go with the next sweep', async () => {
  const at = await scene();
  await at.db.schema.alterTable('package_file').renameTo('elsewhere').execute();
  await expect(at.bring(await zipOf(ONE))).rejects.toThrow(/package_file/);
  await at.db.schema.alterTable('elsewhere').renameTo('package_file').execute();
  expect(await at.db.selectFrom('package_delivery').selectAll().execute()).toEqual([]);
  const left = await at.storedFiles();
  expect(left).toHaveLength(3);

  const written = (await stat(left[0]!)).mtimeMs;
  expect(await sweepStore(at.db, at.dataFolder, written + 1000)).toBe(0);
  expect(await sweepStore(at.db, at.dataFolder, written + 2 * 60 * 60 * 1000)).toBe(3);
  expect(await at.storedFiles()).toEqual([]);
});

test('sweeping keeps what a package has, and frees what a stop has left', async () => {
  const at = await scene();
  await at.bring(await zipOf(ONE));
  const kept = await at.storedFiles();
  const left = [join(at.dataFolder, 'packages/incoming/a.zip'), join(at.dataFolder, 'packages/staging/x/0')];
  for (const file of left) {
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, 'x');
  }
  const longAgo = new Date('2026-01-01T00:00:00Z');
  for (const file of [...left, join(left[1]!, '..'), ...kept]) await utimes(file, longAgo, longAgo);
  expect(await sweepStore(at.db, at.dataFolder, Date.parse('2026-11-26T00:00:00Z'))).toBe(2);
  expect(await at.storedFiles()).toEqual(kept);
});
