import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseXml } from '#platform/xml/parse-xml.ts';
import { asLatin1, asUtf16, asUtf8 } from '#tests/support/packages/manifests.ts';

const TITLE = '<title>Écoute d’un élève œuvre</title>';
const LATIN_TITLE = "<title>Écoute à l'école</title>";
const declared = (encoding: string, text: string): string => `<?xml version="1.0" encoding="${encoding}"?>\n${text}`;

function textOf(bytes: Uint8Array): string {
  const parsed = parseXml(bytes);
  if (parsed.kind === 'refused') throw new Error(parsed.finding.message);
  return parsed.root.text;
}

function refusalOf(text: string | Uint8Array): { message: string; line: number | null } {
  const parsed = parseXml(typeof text === 'string' ? Buffer.from(text) : text);
  if (parsed.kind === 'read') throw new Error('read');
  expect(parsed.finding.severity).toBe('refused');
  return { message: parsed.finding.message, line: parsed.finding.place.line };
}

test.each<[string, Uint8Array, string]>([
  ['UTF-8 without a mark', asUtf8(TITLE), 'utf-8'],
  ['UTF-8 with a mark', asUtf8(TITLE, true), 'utf-8'],
  ['UTF-8 with a mark, whatever is declared', asUtf8(declared('ISO-8859-1', TITLE), true), 'utf-8'],
  ['UTF-16 little', asUtf16(declared('UTF-16', TITLE), 'little'), 'utf-16le'],
  ['UTF-16 big', asUtf16(TITLE, 'big'), 'utf-16be'],
  ['UTF-16 without a mark', asUtf16(TITLE, 'little').subarray(2), 'utf-16le'],
  ['UTF-16 big without a mark', asUtf16(TITLE, 'big').subarray(2), 'utf-16be'],
])('reads %s', (_, bytes, encoding) => {
  expect(parseXml(bytes)).toMatchObject({ kind: 'read', encoding, findings: [] });
  expect(textOf(bytes)).toBe('Écoute d’un élève œuvre');
});

test.each(['ISO-8859-1', 'iso-8859-1', 'windows-1252', 'latin1', 'ISO-8859-15'])(
  'reads what declares %s',
  (encoding) => {
    expect(textOf(asLatin1(declared(encoding, LATIN_TITLE)))).toBe("Écoute à l'école");
    expect(parseXml(asLatin1(declared(encoding, LATIN_TITLE)))).toMatchObject({ findings: [] });
  },
);

test('reads Latin-1 that declares nothing, or UTF-8, and says so', () => {
  for (const text of [LATIN_TITLE, declared('UTF-8', LATIN_TITLE)]) {
    expect(textOf(asLatin1(text))).toBe("Écoute à l'école");
    expect(parseXml(asLatin1(text))).toMatchObject({ findings: [{ severity: 'unusual', place: { line: 1 } }] });
  }
});

test('reads UTF-8 that declares UTF-16, and says so', () => {
  expect(textOf(asUtf8(declared('UTF-16', TITLE)))).toBe('Écoute d’un élève œuvre');
  expect(parseXml(asUtf8(declared('UTF-16', TITLE)))).toMatchObject({ findings: [{ severity: 'unusual' }] });
});

test('refuses an encoding that it does not know, or half a character', () => {
  expect(refusalOf(declared('EBCDIC-FR', '<a/>')).message).toContain('« ebcdic-fr »');
  expect(refusalOf(asUtf16('<a>é</a>', 'little').subarray(0, 7)).message).toContain('enregistrez-le en UTF-8');
});

test('keeps lines, namespaces and text', () => {
  const parsed = parseXml(
    Buffer.from(
      '<?xml version="1.0"?>\r\n<!-- a\r\nb -->\n<p:a xmlns:p="urn:p" c="1\n2" p:d="&lt;&#233;">\r<b/>x<![CDATA[<&>]]>y\n</p:a>',
    ),
  );
  expect(parsed).toMatchObject({
    kind: 'read',
    root: {
      name: 'a',
      namespace: 'urn:p',
      line: 4,
      attributes: [
        { name: 'c', namespace: '', value: '1 2' },
        { name: 'd', namespace: 'urn:p', value: '<é' },
      ],
      children: [{ name: 'b', namespace: '', line: 6 }],
      text: '\nx<&>y\n',
    },
  });
});

test('gives a prefix declared nowhere a namespace that says so', () => {
  const parsed = parseXml(Buffer.from('<a><adlcp:b adlnav:c="1"/><x:d xmlns:x="urn:x"/></a>'));
  expect(parsed).toMatchObject({
    root: {
      children: [
        { name: 'b', namespace: 'undeclared:adlcp', attributes: [{ name: 'c', namespace: 'undeclared:adlnav' }] },
        { name: 'd', namespace: 'urn:x' },
      ],
    },
  });
});

test.each([
  ['a document type', '<?xml version="1.0"?>\n<!DOCTYPE a SYSTEM "file:///etc/passwd">\n<a/>', /DOCTYPE/, 2],
  ['a document type in small letters', '<!doctype html><a/>', /DOCTYPE/, 1],
  ['entities', '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>', /DOCTYPE/, 1],
  ['a declaration without document type', '<a>\n<!ENTITY b "c"></a>', /déclaration/, 2],
  ['an unknown entity', '<a>\n\n&nbsp;</a>', /« &nbsp; » n’existe pas en XML/, 3],
  ['an unknown entity in an attribute', '<a>\n<b c="&eacute;"/></a>', /« &eacute; »/, 2],
  ['a bare ampersand', '<a>\nA & B</a>', /« &amp; »/, 2],
  ['a parameter in an address', '<a>\n<b href="c?d=1&e=2"/></a>', /« &amp; »/, 2],
  ['a reference to a character that XML lacks', '<a>&#0;</a>', /&#0;/, 1],
  ['a reference beyond Unicode', '<a>&#x110000;</a>', /n’est pas permis/, 1],
  ['a control character', '<a>\n\u0001</a>', /U\+0001/, 2],
  ['tags that do not match', '<a>\n<b>\n</c></a>', /« b » est fermée par « c »/, null],
  ['a tag never closed', '<a>\n<b>', /« b » n’est jamais fermée/, null],
  ['a tag cut', '<a>\n<b c="d', /« b » n’est pas finie/, 2],
  ['a comment never closed', '<a/>\n<!-- b', /commentaire/, 2],
  ['a section never closed', '<a><![CDATA[b</a>', /CDATA/, 1],
  ['an instruction never closed', '<?xml', /instruction/, 1],
  ['an attribute twice', '<a b="1" b="2"/>', /« b » est écrit deux fois/, null],
  ['an attribute without quotes', '<a b=1/>', /attribut est mal écrit/, null],
  ['an attribute without value', '<a b/>', /attribut est mal écrit/, null],
  ['a < in an attribute', '<a b="<"/>', /« &lt; »/, null],
  ['nothing', '', /aucun élément/, null],
  ['plain text', 'Bonjour', /élément/, null],
  ['two main elements', '<a/><b/>', /élément principal/, null],
  ['text after the end', '<a/>b', /élément principal/, null],
])('refuses %s', (_, text, words, line) => {
  const refusal = refusalOf(text);
  expect(refusal.message).toMatch(words);
  if (line !== null) expect(refusal.line).toBe(line);
});

test('a document type in a comment or in text is only text', () => {
  expect(textOf(Buffer.from('<!-- <!DOCTYPE a> --><a><![CDATA[<!DOCTYPE a [<!ENTITY b "c">]>]]></a>'))).toContain(
    'DOCTYPE',
  );
});

test('refuses what is long, deep or full before it costs anything', () => {
  const repeated = (text: string, count: number): string => text.repeat(count);
  expect(refusalOf(Buffer.alloc(10_000_001, 0x20)).message).toMatch(/10 Mo/);
  expect(refusalOf(repeated('<a>', 101) + repeated('</a>', 101)).message).toMatch(/plus de 100/i);
  expect(textOf(Buffer.from(repeated('<a>', 100) + repeated('</a>', 100)))).toBe('');
  expect(refusalOf(`<a>${repeated('<b/>', 60_000)}</a>`).message).toMatch(/trop d’éléments/);
  const attributes = Array.from({ length: 101 }, (__, place) => `a${place}=""`).join(' ');
  expect(refusalOf(`<a ${attributes}/>`).message).toMatch(/trop d’attributs/);
  expect(refusalOf(`<a><![CDATA[${repeated('<', 600_000)}]]></a>`).message).toMatch(/trop longue/);
});

test('answers any bytes with an element or a French sentence, and says nothing else', () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    '/',
    '<a',
    '</a>',
    '<a>',
    '="',
    '"',
    "'",
    '&',
    ';',
    '&amp;',
    '&#1;',
    '<!',
    '<!--',
    '-->',
    '<?',
    '?>',
    '<![CDATA[',
    ']]>',
    'xmlns:b',
    'b:c',
    ' ',
    '\n',
    'é',
    '\u{1f600}',
    '%',
    'DOCTYPE',
    'xml',
    ':',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(pieces, { maxLength: 40 }).map((parts) => Buffer.from(parts.join(''))),
        fc.uint8Array({ maxLength: 200 }),
      ),
      (bytes) => {
        const parsed = parseXml(bytes);
        if (parsed.kind === 'refused') {
          expect(parsed.finding.message).toMatch(/[.]$/);
          expect(parsed.finding.message).not.toMatch(/error|expected|invalid|element parse/i);
        }
      },
    ),
    { numRuns: 2000 },
  );
});
