import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openCsv } from '#features/imports/open-csv.ts';
import { UnreadableFile } from '#features/imports/unreadable-file.ts';

const TEXT = 'nom;prénom\r\nŒuvrard;Zoé\r\n';

test.each([
  ['utf-8', Buffer.from(TEXT)],
  ['utf-8-mark', Buffer.from(`\ufeff${TEXT}`)],
  ['utf-16le', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
  ['utf-16le', Buffer.from(TEXT, 'utf16le')],
  ['utf-16be', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
  ['windows-1252', Buffer.from(TEXT.replace('Œ', '\x8c'), 'latin1')],
])('a file in %s is read for what it says', async (encoding, bytes) => {
  const csv = await openCsv(fileOf(bytes));
  expect(csv).toMatchObject({ encoding, separator: ';', header: ['nom', 'prénom'] });
  expect(await linesOf(csv)).toEqual([[2, 'Œuvrard', 'Zoé']]);
});

test.each([0, 1, 2, 3])(
  'letters that fall between two pieces of a file are whole, in any encoding (%d)',
  async (shift) => {
    const name = `${'€é'.repeat(20)}-`;
    const text = `${'n'.repeat(4 + shift)};b\n${`${name};1\n`.repeat(3000)}`;
    const sent = [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      Buffer.from(text, 'utf16le'),
      Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
      Buffer.from(text.replaceAll('€', '\x80'), 'latin1'),
    ];
    for (const bytes of sent) {
      const lines = await linesOf(await openCsv(fileOf(bytes)));
      expect(lines).toHaveLength(3000);
      expect(new Set(lines.map(([, first]) => first))).toEqual(new Set([name]));
    }
  },
);

test('what is broken far into a file has its line, and the end of a cut one too', async () => {
  const lines = 'é;1\n'.repeat(50_000);
  const broken = Buffer.concat([Buffer.from(`\ufeffa;b\n${lines}`), Buffer.from('\xe9;2\n', 'latin1')]);
  await expect(openCsv(fileOf(broken))).rejects.toThrow('la ligne 50002 est écrite dans un autre encodage');
  await expect(openCsv(fileOf(Buffer.from(`a;b\n${lines}€`).subarray(0, -1)))).rejects.toThrow('à la ligne 50002');
  await expect(openCsv(fileOf(`a;b\n${lines}\u0000`))).rejects.toThrow('La ligne 50002 contient un octet nul');
});

test.each([
  [';', 'a;b;"c,d,e,f"'],
  [',', 'a,b,"c;d;e;f"'],
  ['\t', 'a\tb\tc'],
])('the separator %j is what comes most often outside quotes', async (separator, header) => {
  expect(await openCsv(fileOf(`${header}\n1${separator}2${separator}3`))).toMatchObject({ separator });
});

test('lines are numbered as a spreadsheet shows them, whatever breaks within their cells', async () => {
  const csv = await openCsv(fileOf('a;b\r\n1;2\r\n\r\n"x\r\ny";3\r\n4;"5\n6"\r\n;\r\ndernière;7'));
  expect((await linesOf(csv)).map(([line, first]) => [line, first])).toEqual([
    [2, '1'],
    [4, 'x\r\ny'],
    [6, '4'],
    [9, 'dernière'],
  ]);
});

test.each([
  ['an empty file', '', 'vide'],
  ['a file of blank lines', '\n\n', 'aucune ligne'],
  ['a quote left open', 'a;b\n1;2\n"z;3\n4;5', 'Un guillemet ouvert à la ligne 3'],
  ['a quote within a cell', 'a;b\n1;2\n3;4"5', 'La ligne 3 a un guillemet mal placé'],
  ['a NUL', 'a;b\n1;2\n3;\u0000', 'La ligne 3 contient un octet nul'],
  ['a line of 10 MB', `a;b\n1;2\n3;${'z'.repeat(10_000_000)}`, 'La ligne 3 dépasse 100000 caractères'],
  ['a line of 10 MB in quotes', `a;b\n1;2\n3;"${'z\n'.repeat(5_000_000)}`, 'La ligne 3 dépasse 100000 caractères'],
  ['a file cut within a letter', Buffer.from('nom;b\nZoé;1\nZoé').subarray(0, -1), 'à la ligne 3 : il a été coupé'],
  ['UTF-16 cut within a letter', Buffer.from('\ufeffa;b\n1;2', 'utf16le').subarray(0, -1), 'coupé ou abîmé'],
  [
    'a marked file with another encoding inside',
    Buffer.concat([Buffer.from('\ufeffa;b\né;1\n'), Buffer.from('\xe9;2\n', 'latin1')]),
    'la ligne 3 est écrite dans un autre encodage',
  ],
])('%s is refused with its place and what to do', async (_what, content, words) => {
  const reading = openCsv(fileOf(content)).then(linesOf);
  await expect(reading).rejects.toThrow(UnreadableFile);
  await expect(reading).rejects.toThrow(words);
});

function fileOf(content: string | Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'reperes-csv-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'rh.csv');
  writeFileSync(file, content);
  return file;
}

async function linesOf(csv: Awaited<ReturnType<typeof openCsv>>): Promise<(string | number)[][]> {
  const lines: (string | number)[][] = [];
  for await (const { line, cells } of csv.lines()) lines.push([line, ...cells]);
  return lines;
}

test('lines may end in more than one way, and pieces of a file may meet within an end', async () => {
  const csv = await openCsv(fileOf(Buffer.from('nom;prénom\r\nA;Zoé\nB;Léa\rC;Ida\r\n"D\nE";Noé\n')));
  expect(await linesOf(csv)).toEqual([
    [2, 'A', 'Zoé'],
    [3, 'B', 'Léa'],
    [4, 'C', 'Ida'],
    [5, 'D\nE', 'Noé'],
  ]);
  const long = await openCsv(fileOf(Buffer.from(`nom;prénom\r\n${'n;p\r\n'.repeat(60_000)}`)));
  const lines = await linesOf(long);
  expect(lines).toHaveLength(60_000);
  expect(lines.at(-1)).toEqual([60_001, 'n', 'p']);
});
