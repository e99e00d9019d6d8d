import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planEntryNames } from '#domain/packaging/entry-names.ts';

const LIMITS = { depth: 20, nameBytes: 255 };
const pathsOf = (...names: string[]) => planEntryNames(names, LIMITS).paths;
const messagesOf = (...names: string[]) => planEntryNames(names, LIMITS).findings.map(({ message }) => message);

test.each([
  ['index.html', 'index.html'],
  ['./index.html', 'index.html'],
  ['a/./b//c.html', 'a/b/c.html'],
  ['a\\b\\c.html', 'a/b/c.html'],
  ['e\u0301coute.html', '\u00e9coute.html'],
  ['.htaccess', '.htaccess'],
  ['a/..b/c..d.html', 'a/..b/c..d.html'],
  ['taux 100%.html', 'taux 100%.html'],
  ['a%20b.html', 'a%20b.html'],
])('%j is kept as %j', (name, path) => {
  expect(pathsOf(name)).toEqual([path]);
  expect(messagesOf(name)).toEqual([]);
});

test.each(['a/', 'a\\', 'a/b/', './', 'a/.'])('%j is a folder', (name) => {
  expect(pathsOf(name)).toEqual([null]);
  expect(messagesOf(name)).toEqual([]);
});

const OUTSIDE = 'Ce nom désigne un endroit hors du paquet : l’archive est refusée, rien n’en est gardé.';

test.each([
  '../x',
  'a/../x',
  'a/../../x',
  '..\\x',
  'a\\..\\..\\x',
  'a/..',
  '..',
  '%2e%2e/x',
  '%2E%2e%2fx',
  '..%2fx',
  '..%5cx',
  '%252e%252e%252fx',
  '%25252e%25252e/x',
  '\u{ff0e}\u{ff0e}/x',
  '\u{ff0e}\u{ff0e}\u{ff0f}x',
  '\u{2025}/x',
  '.../x',
  '.. /x',
  '. ./x',
  ' ../x',
])('%j leads outside', (name) => {
  expect(messagesOf(name)).toEqual([OUTSIDE]);
  expect(pathsOf(name)).toEqual([null]);
});

test.each(['/etc/passwd', '\\\\server\\share', '\\x', 'C:\\x', 'c:/x', 'C:x', '%2fetc/passwd', '%5cx', 'C%3a/x'])(
  '%j is a whole address',
  (name) => {
    expect(messagesOf(name)).toEqual([
      'Ce nom est une adresse complète, hors du paquet : l’archive est refusée, rien n’en est gardé.',
    ]);
  },
);

test.each(['a\0.html', 'a\nb', 'a\u001bb', 'a\u0085b', 'a\u202egpj.exe', 'a%00.html', '\u007f'])(
  '%j has control characters, which the refusal does not repeat',
  (name) => {
    const { findings } = planEntryNames([name], LIMITS);
    expect(findings).toHaveLength(1);
    expect(findings[0]!.message).toContain('caractères invisibles');
    expect(findings[0]!.place.file).not.toMatch(/\p{C}/u);
  },
);

test('a name is counted in bytes, and a file in folders', () => {
  expect(messagesOf('é'.repeat(127))).toEqual([]);
  expect(messagesOf('é'.repeat(128))).toEqual([
    'Ce nom dépasse 255 octets : demandez une archive aux noms plus courts.',
  ]);
  expect(messagesOf(`${'a/'.repeat(20)}x`)).toEqual([]);
  expect(messagesOf(`${'a/'.repeat(21)}x`)[0]).toContain('plus de 20 dossiers');
  expect(messagesOf('')[0]).toContain('pas de nom');
});

test('two files of one name, or of names that case alone tells apart, are refused', () => {
  expect(messagesOf('a.html', 'a.html')[0]).toContain('ce même nom');
  expect(messagesOf('a.html', './a.html')[0]).toContain('ce même nom');
  expect(messagesOf('e\u0301.html', '\u00e9.html')[0]).toContain('ce même nom');
  expect(messagesOf('A.html', 'a.html')[0]).toContain('que par des majuscules');
  expect(messagesOf('STRASSE.html', 'stra\u00dfe.html')[0]).toContain('que par des majuscules');
  expect(messagesOf('Img/a.png', 'img/b.png', 'img/')).toEqual([]);
});

test.each([
  ['a', 'a/b'],
  ['a/b', 'a'],
  ['a', 'A/'],
  ['a/b/c', 'a/b'],
])('%j and %j are a file and a folder of one name', (...names) => {
  expect(messagesOf(...names)[0]).toContain('à la fois celui d’un fichier et celui d’un dossier');
});

test('what systems add by themselves is left aside, but not believed', () => {
  const names = ['__MACOSX/._a.html', 'a/.DS_Store', '._b', 'Thumbs.db', 'a.html'];
  const { paths, leftovers, findings } = planEntryNames(names, LIMITS);
  expect(paths).toEqual([null, null, null, null, 'a.html']);
  expect(leftovers).toEqual(['__MACOSX/._a.html', 'a/.DS_Store', '._b', 'Thumbs.db']);
  expect(findings).toEqual([]);
  expect(messagesOf('__MACOSX/../../x')).toEqual([OUTSIDE]);
});

test('a thousand wrong names are not all told', () => {
  const { findings } = planEntryNames(
    Array.from({ length: 1000 }, (_, number) => `../${number}`),
    LIMITS,
  );
  expect(findings).toHaveLength(21);
  expect(findings.at(-1)!.message).toBe('Et 980 autres noms que l’archive ne devrait pas avoir.');
});

test('no kept path ever leaves its package, whatever the names', () => {
  const piece = fc.constantFrom('.', '..', '/', '\\', 'a', 'B', '%2e', '%2f', '%25', 'C:', '\u{ff0e}', ' ', '\0', 'é');
  const name = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(fc.array(name, { maxLength: 8 }), (names) => {
      const { paths, findings } = planEntryNames(names, LIMITS);
      if (findings.length > 0) return;
      const kept = paths.filter((path) => path !== null);
      expect(new Set(kept.map((path) => path.toLowerCase())).size).toBe(kept.length);
      for (const path of kept)
        expect(path.split('/')).not.toSatisfy((parts: string[]) =>
          parts.some((part) => /^$|^[\s.]*\.[\s.]*$/.test(part)),
        );
    }),
    { numRuns: 2000 },
  );
});
