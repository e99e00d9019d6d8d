import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { SAMPLES } from '#tests/support/packages/sample-packages.ts';
import { rawZip, type RawEntry } from '#tests/support/packages/raw-zip.ts';
import { zipOf } from '#tests/support/packages/zip-of.ts';
import { refusalOf, scene, type Scene } from './scene.ts';

const LIMIT_IN_MS = 10_000;
const LIMIT_IN_KILOBYTES = 300_000;

const GOOD: RawEntry[] = Object.entries(SAMPLES['scorm12-one']).map(([name, content]) => ({ name, content }));

/** Brings a hostile archive in; in time, in little memory, and nothing of it must remain. */
async function refused(at: Scene, zip: Uint8Array) {
  const before = process.resourceUsage().maxRSS;
  const begun = performance.now();
  const refusal = refusalOf(await at.bring(zip));
  expect(performance.now() - begun).toBeLessThan(LIMIT_IN_MS);
  expect(process.resourceUsage().maxRSS - before).toBeLessThan(LIMIT_IN_KILOBYTES);
  expect(refusal.message).toMatch(/^[A-ZÀ-Ü].*\.$/);
  expect(await at.storedFiles()).toEqual([]);
  expect(await at.db.selectFrom('package_delivery').selectAll().execute()).toEqual([]);
  expect(await at.db.selectFrom('package_file').selectAll().execute()).toEqual([]);
  expect(await at.db.selectFrom('journal').selectAll().execute()).toEqual([]);
  return refusal;
}

const withOne = (entry: RawEntry) => rawZip([...GOOD, entry]);
const ZEROS = Buffer.alloc(40_000_000);

const CASES: [string, () => Buffer, RegExp, string | null][] = [
  [
    'a path that climbs',
    () => withOne({ name: '../../etc/passwd', content: 'x' }),
    /hors du paquet/,
    '../../etc/passwd',
  ],
  [
    'a path that climbs by backslashes',
    () => withOne({ name: '..\\..\\x', content: 'x' }),
    /hors du paquet/,
    '..\\..\\x',
  ],
  ['a path that climbs by percent signs', () => withOne({ name: '%2e%2e/x' }), /hors du paquet/, '%2e%2e/x'],
  ['an absolute path', () => withOne({ name: '/etc/passwd' }), /adresse complète/, '/etc/passwd'],
  ['a drive', () => withOne({ name: 'C:\\x' }), /adresse complète/, 'C:\\x'],
  ['a NUL in a name', () => withOne({ name: 'a\0.html' }), /invisibles/, 'a\u{fffd}.html'],
  [
    'a control character in a CP437 name',
    () => withOne({ name: Buffer.from([0x61, 0x1b, 0x82]), flags: 0 }),
    /invisibles/,
    'a\u{fffd}é',
  ],
  [
    'a symbolic link',
    () => withOne({ name: 'lien', content: '/etc/passwd', mode: 0o120777 }),
    /lien ou un fichier spécial/,
    'lien',
  ],
  ['a device', () => withOne({ name: 'disque', mode: 0o060644 }), /lien ou un fichier spécial/, 'disque'],
  ['a name twice', () => withOne({ name: 'index.html', content: 'autre' }), /ce même nom/, 'index.html'],
  ['names that case alone tells apart', () => withOne({ name: 'INDEX.html' }), /que par des majuscules/, 'INDEX.html'],
  ['a file where there is a folder', () => withOne({ name: 'index.html/x' }), /à la fois/, 'index.html'],
  ['an encrypted file', () => withOne({ name: 'secret', flags: 0x801 }), /mot de passe/, 'secret'],
  ['a strongly encrypted file', () => withOne({ name: 'secret', flags: 0x841 }), /mot de passe/, null],
  ['an unknown compression', () => withOne({ name: 'x', method: 14 }), /compressé d’une manière/, 'x'],
  ['a bomb', () => withOne({ name: 'zeros', content: ZEROS }), /200 fois plus grosse/, 'zeros'],
  [
    'a bomb that says it is small',
    () => withOne({ name: 'zeros', content: ZEROS, declaredBytes: 10 }),
    /taille que l’archive annonce/,
    'zeros',
  ],
  [
    'a small file that says it is smaller',
    () => withOne({ name: 'x', content: 'x'.repeat(1000), declaredBytes: 10 }),
    /taille que l’archive annonce/,
    'x',
  ],
  [
    'a file that says it is larger',
    () => withOne({ name: 'x', content: 'abc', declaredBytes: 1000 }),
    /taille que l’archive annonce/,
    'x',
  ],
  [
    'a stored file that lies',
    () => withOne({ name: 'x', method: 0, content: 'abc', declaredBytes: 2 }),
    /taille que l’archive annonce/,
    null,
  ],
  ['a wrong checksum', () => withOne({ name: 'x', content: 'abc', crc: 1 }), /n’est plus celui/, 'x'],
  [
    'entries that share bytes',
    () => rawZip([...GOOD, { name: 'a', content: 'abc' }, { name: 'b', content: 'abc', sameBytesAs: GOOD.length }]),
    /se recouvrent/,
    'b',
  ],
  [
    'a file that ends after the archive',
    () => withOne({ name: 'x', content: 'abc', packedBytes: 1_000_000 }),
    /coupée/,
    null,
  ],
  ['a truncated archive', () => rawZip(GOOD).subarray(0, 400), /coupée/, null],
  ['no archive', () => Buffer.from('<!doctype html><title>Erreur 404</title>'), /pas une archive zip/, null],
  ['an empty file', () => Buffer.alloc(0), /pas une archive zip/, null],
  ['an end without anything', () => rawZip([]), /pas un paquet SCORM/, null],
];

test.each(CASES)('%s is refused', async (_, zip, message, file) => {
  const refusal = await refused(await scene(), zip());
  expect(refusal.message).toMatch(message);
  expect(refusal.file).toBe(file);
});

test('many files that unpack to little each unpack to too much together', async () => {
  const at = await scene();
  const noise = Array.from({ length: 30 }, (_, number) => ({
    name: `${number}.bin`,
    content: Buffer.alloc(9_000_000),
  }));
  expect((await refused(at, rawZip([...GOOD, ...noise]))).message).toMatch(/fois plus grosse/);
  const zip = rawZip([...GOOD, { name: 'x.bin', content: Buffer.alloc(3_000_000) }]);
  const limited = await at.bring(zip, { unpackedBytes: 2_000_000 });
  expect(refusalOf(limited).message).toMatch(/dépasse 2 Mo/);
  expect(refusalOf(await at.bring(zip, { packedBytes: 100 })).message).toMatch(/^L’archive dépasse/);
  expect(await at.storedFiles()).toEqual([]);
});

test('an archive of 100,000 files is refused at its directory', async () => {
  const entries = Array.from({ length: 100_000 }, (_, number): RawEntry => ({ name: `f/${number}`, method: 0 }));
  // The end of an ordinary archive counts to 65,535: what it says is not believed.
  const refusal = await refused(await scene(), rawZip(entries, { count: 65_535 }));
  expect(refusal.message).toContain('plus de 20\u202f000 fichiers');
});

test('archives in an archive are files like any other: nobody opens them', async () => {
  const at = await scene();
  const bomb = rawZip([{ name: 'zeros', content: ZEROS }]);
  const result = await at.bring(rawZip([...GOOD, { name: 'encore.zip', method: 0, content: bomb }]));
  expect(result.kind).toBe('kept');
});

test('a file with bytes that are no compression is said to be damaged', async () => {
  const packed = deflateRawSync(Buffer.from('x'.repeat(500)));
  packed.fill(0xff, 2);
  const zip = withOne({ name: 'x', method: 0, content: packed });
  // Stored above, said to be deflated here, in both headers.
  const marked = Buffer.from(zip);
  for (let at = marked.indexOf('x', marked.length - 120) - 36; at > 0; at = -1) marked.writeUInt16LE(8, at);
  expect((await refused(await scene(), marked)).message).toMatch(/abîmée|taille/);
});

test.each([
  [
    'an entity that names itself again and again',
    '<!DOCTYPE m [<!ENTITY a "&b;&b;"><!ENTITY b "x">]><manifest>&a;</manifest>',
  ],
  ['an entity from elsewhere', '<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/passwd">]><manifest>&a;</manifest>'],
  ['no XML', 'bonjour'],
  ['no manifest', '<autre/>'],
  ['elements in elements, 200,000 deep', `${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}`],
])('a manifest with %s is refused', async (_, manifest) => {
  await refused(await scene(), await zipOf({ 'imsmanifest.xml': manifest }));
});

test('a manifest that goes on and on is not held whole', async () => {
  const long = Buffer.alloc(11_000_000, '<!-- rien -->\n');
  for (let at = 0; at < long.length; at += 997) long[at] = 33 + (at % 90);
  const refusal = await refused(await scene(), rawZip([{ name: 'imsmanifest.xml', content: long }]));
  expect(refusal.message).toMatch(/dépasse 10 Mo|200 fois/);
});

test('HTML in a title is text', async () => {
  const at = await scene();
  const files = { ...SAMPLES['scorm12-one'] };
  files['imsmanifest.xml'] = files['imsmanifest.xml']!.replace(
    '<title>Écouter</title>',
    '<title>&lt;script&gt;x&lt;/script&gt;</title>',
  );
  const result = await at.bring(await zipOf(files));
  expect(result.kind === 'kept' && result.manifest.title).toBe('<script>x</script>');
});
