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
