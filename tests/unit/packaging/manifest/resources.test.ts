import { expect, test } from 'vitest';
import { item, manifest12, manifest2004, resource } from '#tests/support/packages/manifests.ts';
import { accepted, findingOf, readText } from './read-text.ts';

const opening = (href: string, attributes = ''): string =>
  manifest2004('4th', { resources: resource('RA', { href, attributes }) });
const pathOf = (text: string, files: string[]): string | null => accepted(text, files).resources[0]!.path;

test('reads what a resource opens, its files and dependencies', () => {
  const text = manifest2004('4th', {
    items: item('A', 'RA'),
    resources:
      resource('RA', { inside: '<file href="a.html"/><file href="b.html"/><dependency identifierref=" RB "/>' }) +
      resource('RB', { kind: 'asset', href: null, inside: '<file href="b.html"/>' }),
  });
  expect(readText(text).findings).toEqual([]);
  expect(accepted(text).resources).toEqual([
    { identifier: 'RA', kind: 'sco', path: 'a.html', suffix: '', files: ['a.html', 'b.html'], dependencies: ['RB'] },
    { identifier: 'RB', kind: 'asset', path: null, suffix: '', files: ['b.html'], dependencies: [] },
  ]);
});

test('parts an address from what follows it', () => {
  expect(accepted(opening('a.html?b=1&amp;c=../d#e')).resources[0]).toMatchObject({
    path: 'a.html',
    suffix: '?b=1&c=../d#e',
  });
  expect(accepted(opening('a.html#e?f')).resources[0]).toMatchObject({ path: 'a.html', suffix: '#e?f' });
});

test('follows xml:base at each level', () => {
  const text = manifest2004('4th', {
    attributes: 'xml:base="un/"',
    resourcesAttributes: 'xml:base="deux/"',
    resources: resource('RA', { attributes: 'xml:base="trois/x/../"' }),
  });
  expect(readText(text, ['un/deux/trois/a.html']).findings).toEqual([]);
  expect(pathOf(text, ['un/deux/trois/a.html'])).toBe('un/deux/trois/a.html');
});

test('a base without its last slash is a folder when the file is there, and that is said', () => {
  const text = opening('a.html', 'xml:base="contenu"');
  expect(pathOf(text, ['contenu/a.html'])).toBe('contenu/a.html');
  const { findings } = readText(text, ['contenu/a.html']);
  expect(findings[0]).toMatchObject({ severity: 'unusual', message: expect.stringContaining('finit par « / »') });
  // Otherwise its last part is forgotten, as browsers do.
  expect(pathOf(text, ['a.html'])).toBe('a.html');
});

test.each([
  ['exactly', 'Page 1.html', 'Page 1.html', null],
  ['once composed', 'e\u0301te\u0301.html', 'été.html', null],
  ['once its percent signs are decoded', 'Page%201.html', 'Page 1.html', /une fois ses « % » décodés/],
  ['with accents', '%C3%A9t%C3%A9.html', 'été.html', /décodés/],
  ['with its percent signs', 'a%20b.html', 'a%20b.html', null],
  ['with a percent sign alone', '100%.html', '100%.html', null],
  ['whatever the case', 'Contenu/A.HTML', 'contenu/a.html', /majuscules/],
  ['through backslashes', 'x\\a.html', 'x/a.html', /« \\ »/],
  ['through dots', './x/../a.html', 'a.html', null],
])('finds a file %s', (_, href, path, words) => {
  const { findings } = readText(opening(href), [path]);
  expect(pathOf(opening(href), [path])).toBe(path);
  if (words === null) expect(findings).toEqual([]);
  else expect(findings[0]).toMatchObject({ severity: 'unusual', message: expect.stringMatching(words) });
});

test.each([
  ['a script', 'javascript:alert(1)', /programme/],
  ['a script in disguise', ' JaVa&#9;Script:alert(1)', /programme/],
  ['a page in the address', 'data:text/html,x', /contient elle-même une page/],
  ['another site', 'https://exemple.fr/a.html', /hors du paquet, vers un autre site/],
  ['another site without scheme', '//exemple.fr/a.html', /hors du paquet, vers un autre site/],
  ['another site with backslashes', '\\\\exemple.fr\\a.html', /hors du paquet, vers un autre site/],
  ['a disk', 'C:\\cours\\a.html', /hors du paquet, vers un autre site/],
  ['the root', '/a.html', /commence par « \/ »/],
  ['above', '../a.html', /remonte hors du dossier/],
  ['above, later', 'x/../../a.html', /remonte hors du dossier/],
  ['above, encoded', '%2e%2e/a.html', /remonte hors du dossier/],
  ['above, encoded twice', '%252e%252e%252fa.html', /remonte hors du dossier/],
  ['above, with backslashes', '..\\a.html', /remonte hors du dossier/],
  ['above, in one part', 'x%2f..%2f..%2fa.html', /remonte hors du dossier/],
])('refuses an address that leads to %s', (_, href, words) => {
  const { manifest, findings } = readText(opening(href));
  expect(manifest).toBeNull();
  expect(findings[0]).toMatchObject({
    severity: 'refused',
    message: expect.stringMatching(words),
    place: { file: 'imsmanifest.xml', element: 'resource', clause: 'IMS CP 1.1.4', line: expect.any(Number) },
  });
});

test('refuses the same of a base and of a file', () => {
  expect(readText(opening('a.html', 'xml:base="http://exemple.fr/"')).manifest).toBeNull();
  expect(readText(opening('a.html', 'xml:base="../"')).manifest).toBeNull();
  const file = manifest12({
    resources: resource('RA', { type: 'scormtype', inside: '<file href="../../etc/passwd"/>' }),
  });
  expect(readText(file).manifest).toBeNull();
});

test('says which files are missing', () => {
  const text = manifest2004('4th', {
    items: item('A', 'RA') + item('B', 'RB'),
    resources:
      resource('RA', { inside: '<file href="b.html"/><file href="c.html"/>' }) + resource('RB', { href: 'd.html' }),
  });
  expect(findingOf(text, /« c\.html » est annoncé/)).toMatchObject({ severity: 'wrong', place: { element: 'file' } });
  expect(findingOf(text, /« d\.html » que la ressource « RB » ouvre/)).toMatchObject({ severity: 'wrong' });
  expect(accepted(text).resources[1]).toMatchObject({ path: null, files: [] });
});

test('a thousand missing files are said ten times, then counted', () => {
  const inside = Array.from({ length: 1000 }, (_, place) => `<file href="x${place}.html"/>`).join('');
  const { findings } = readText(manifest2004('4th', { resources: resource('RA', { inside }) }));
  expect(findings).toHaveLength(11);
  expect(findings.at(-1)!.message).toMatch(/^Et 990 autres remarques/);
});

test.each([
  [resource('RA', { type: null }), /ne dit pas si elle suit l’apprenant/, 'wrong'],
  [resource('RA', { kind: 'quiz' }), /« quiz », alors qu’il attend « sco » ou « asset »/, 'wrong'],
  [resource('RA') + resource('RA'), /Deux ressources ont l’identifiant « RA »/, 'wrong'],
  [
    resource('RA') + '<resource href="b.html" adlcp:scormType="sco"/>',
    /n’a pas d’identifiant : rien ne peut la désigner/,
    'wrong',
  ],
  [resource('RA', { inside: '<file/>' }), /pas d’adresse \(« href »\)/, 'wrong'],
  [resource('RA', { inside: '<dependency identifierref="RX"/>' }), /dépend de « RX », qui n’existe pas/, 'wrong'],
  [resource('RA') + resource('RB', { href: 'b.html' }), /« RB » n’est appelée par aucun élément/, 'unusual'],
  [
    resource('RA') + resource('ra', { href: 'b.html' }),
    /Deux ressources ne diffèrent que par des majuscules/,
    'unusual',
  ],
])('says what is wrong with resources: %#', (resources, words, severity) => {
  const text = manifest2004('4th', { resources });
  expect(findingOf(text, words).severity).toBe(severity);
  expect(accepted(text).resources[0]!.path).toBe('a.html');
});

test('reads the type of a resource whatever its case and namespace', () => {
  for (const attribute of ['adlcp:scormtype="sco"', 'adlcp:scormType="SCO"', 'scormtype="sco"']) {
    const resources = `<resource identifier="RA" ${attribute} href="a.html"/>`;
    expect(accepted(manifest12({ resources })).resources[0]!.kind).toBe('sco');
  }
});
