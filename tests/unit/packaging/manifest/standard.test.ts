import { expect, test } from 'vitest';
import { asLatin1, asUtf16, asUtf8, manifest12, manifest2004 } from '#tests/support/packages/manifests.ts';
import { accepted, findingOf, readText } from './read-text.ts';

test.each([
  [manifest12(), 'scorm12'],
  [manifest2004('2nd'), 'scorm2004-2'],
  [manifest2004('3rd'), 'scorm2004-3'],
  [manifest2004('4th'), 'scorm2004-4'],
  [manifest2004('3rd', { version: ' 2004  3rd Edition\n' }), 'scorm2004-3'],
  [manifest2004('2nd', { version: '1.3' }), 'scorm2004-2'],
] as const)('knows the edition by its version and finds nothing to say', (text, standard) => {
  expect(readText(text).findings).toEqual([]);
  expect(accepted(text).standard).toBe(standard);
});

test('knows the edition by its namespaces when no version is announced', () => {
  expect(accepted(manifest12({ version: null })).standard).toBe('scorm12');
  expect(accepted(manifest2004('4th', { version: null })).standard).toBe('scorm2004-3');
  expect(findingOf(manifest12({ version: null }), /version n’est pas annoncée/)).toMatchObject({ severity: 'unusual' });
  expect(findingOf(manifest12({ version: '7' }), /« 7 » n’est pas connue/)).toMatchObject({
    severity: 'unusual',
    place: { file: 'imsmanifest.xml', line: 5, element: 'schemaversion', clause: 'SCORM 1.2 CAM § 2.3' },
  });
});

test('follows the announced version against the namespaces, and says so', () => {
  const text = manifest2004('4th', { version: '1.2' });
  expect(accepted(text).standard).toBe('scorm12');
  expect(findingOf(text, /espaces de noms sont ceux d’une autre/).severity).toBe('unusual');
});

test.each([
  ['cmi5', '<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"/>', /cmi5/],
  ['Tin Can', '<tincan xmlns="http://projecttincan.com/tincan.xsd"/>', /Tin Can/],
  ['a page', '<html xmlns="http://www.w3.org/1999/xhtml"/>', /page web/],
  ['AICC', '<AU/>', /AICC/],
  ['something else', '<rss/>', /« rss »/],
  ['plain content packaging', '<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"/>', /rien de SCORM/],
  [
    'a Common Cartridge',
    '<manifest><metadata><schema>IMS Common Cartridge</schema><schemaversion>1.2</schemaversion></metadata></manifest>',
    /« IMS Common Cartridge 1.2 »/,
  ],
])('refuses %s by its name', (_, text, words) => {
  const { manifest, findings } = readText(text);
  expect(manifest).toBeNull();
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({ severity: 'refused', message: expect.stringMatching(words) });
  expect(findings[0]!.message).toContain('Demandez un export SCORM');
});

test('reads the same whatever the encoding', () => {
  const text = manifest12({ declaration: '' });
  const expected = accepted(text);
  expect(expected.organizations[0]!.items[0]!.title).toBe('Élément A');
  expect(accepted(asUtf8(text, true))).toEqual(expected);
  expect(accepted(asUtf16(text, 'little'))).toEqual(expected);
  expect(accepted(asUtf16(text, 'big'))).toEqual(expected);
  expect(accepted(asLatin1(`<?xml version="1.0" encoding="ISO-8859-1"?>${text}`))).toEqual(expected);
});

test('reads the same with every prefix, with none, and with wrong or missing namespaces, which it names', () => {
  const text = manifest2004('4th', { declaration: '' });
  const expected = accepted(text);
  const prefixed = text
    .replace('xmlns="', 'xmlns:cp="')
    .replace(
      /(<\/?)(manifest|metadata|schema|schemaversion|organizations?|title|item|resources?|file)(?=[\s>/])/g,
      '$1cp:$2',
    );
  expect(accepted(prefixed)).toEqual(expected);
  expect(readText(prefixed).findings).toEqual([]);

  const wrong = text.replace('adlcp_v1p3', 'ADLCP_v1p4').replace('xsd/imsss', 'xsd/imsss_v1p0');
  expect(accepted(wrong)).toEqual(expected);
  expect(findingOf(wrong, /ADLCP_v1p4/)).toMatchObject({
    severity: 'unusual',
    message: expect.stringContaining('adlcp'),
  });
  expect(findingOf(wrong, /imsss_v1p0/).severity).toBe('unusual');

  const undeclared = text.replace(/xmlns:adlcp="[^"]*"/, '');
  expect(accepted(undeclared)).toEqual(expected);
  expect(findingOf(undeclared, /« adlcp » n’est déclaré nulle part/).severity).toBe('wrong');

  const none = text.replace(/xmlns="[^"]*"/, '');
  expect(accepted(none)).toEqual(expected);
  expect(findingOf(none, /ne dit pas son espace de noms/).severity).toBe('unusual');
});

test('names what other vocabularies bring', () => {
  const text = manifest12({ attributes: 'xmlns:mine="urn:mine"', organization: '<mine:theme>x</mine:theme>' });
  expect(findingOf(text, /« urn:mine » n’est pas de SCORM/).severity).toBe('unusual');
  expect(findingOf(text, /« theme », dans « organization »/)).toMatchObject({
    severity: 'unusual',
    place: { element: 'theme' },
  });
});

test('reads a manifest in a sub-folder: every path starts from the root of the archive', () => {
  const read = readText(manifest12(), ['cours/imsmanifest.xml', 'cours/a.html', 'a.html'], 'cours/');
  expect(read.findings).toEqual([]);
  expect(read.manifest).toMatchObject({
    folder: 'cours/',
    resources: [{ path: 'cours/a.html', files: ['cours/a.html'] }],
  });
});

test('says where the manifest is, whatever the case of its name', () => {
  const { findings } = readText(manifest12({ version: '7' }), ['x/IMSManifest.xml', 'x/a.html'], 'x/');
  expect(findings[0]!.place.file).toBe('x/IMSManifest.xml');
});
