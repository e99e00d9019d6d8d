import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { columnsOf } from '#domain/organisation/columns.ts';
import { refusedLinesFile } from '#features/imports/import-file.ts';
import { loadRefusedLines } from '#features/imports/load-refused-lines.ts';
import { abandonImport } from '#features/imports/store-import.ts';
import { installation, type Installation } from './installation.ts';

const HEADER = 'matricule;nom;prénom;unité;désigné depuis';

async function refusedLinesOf({ db, folder }: Installation, batchId: string) {
  const file = await loadRefusedLines(db, folder, batchId);
  if (!file) return null;
  const text = await new Response(file.content).text();
  return {
    name: file.name,
    text,
    rows: parse(text, { delimiter: ';', bom: true, relax_column_count: true }) as string[][],
  };
}

test('every refused line is in the file, once, with what to write and what it said', async () => {
  const here = await installation();
  const wrong = Array.from({ length: 2500 }, (_, at) => `X${at};Dupont;Luc;Z;31/02/2026`);
  const batchId = await here.send(
    [HEADER, '1;Martin;Zoé;A1;', ...wrong, '2;=cmd|x;Ana;A1;', '3;"Le ""Bref"""'].join('\n'),
  );
  const file = (await refusedLinesOf(here, batchId))!;
  expect(file.name).toBe('rh-lignes-refusees.csv');
  expect(file.text.startsWith('Ligne;')).toBe(true);
  expect(readFileSync(refusedLinesFile(here.folder, batchId)).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(file.rows[0]).toEqual(['Ligne', 'Colonne refusée', 'Motif du refus', 'Que faire', ...HEADER.split(';')]);
  expect(file.rows).toHaveLength(1 + 2502);
  expect(file.rows[1]).toEqual([
    '3',
    'désigné depuis',
    '« 31/02/2026 » n’est pas une date',
    'écrivez 12/01/2026, « oui » ou rien',
    ...wrong[0]!.split(';'),
  ]);
  expect(file.rows.at(-2)!.slice(4)).toEqual(['2', "'=cmd|x", 'Ana', 'A1', '']);
  expect(file.rows.at(-1)!.slice(0, 2)).toEqual(['2504', 'toute la ligne']);
  expect(file.rows.at(-1)!.slice(4)).toEqual(['3', 'Le "Bref"']);
});

test('the corrected file is sent as it is; what was not corrected is refused again', async () => {
  const here = await installation();
  const batchId = await here.send([HEADER, '1;Martin;Zoé;Z;', '2;=x;Luc;A1;'].join('\n'));
  const { text, rows } = (await refusedLinesOf(here, batchId))!;
  expect(columnsOf('people', rows[0]!).slice(0, 4)).toEqual([null, null, null, null]);
  const again = await here.findingsOf(await here.send(text.replace(';Z;', ';A1;')));
  expect(again.counts).toMatchObject({ lines: 2, new: 1, refused: 1 });
  expect(again.refusals).toMatchObject([{ line: 3, column: 'nom', remedy: "retirez le « '= » du début" }]);
});

test('refused lines of units are there too, with cycles', async () => {
  const here = await installation();
  const batchId = await here.send('code;nom;rattachement\nC;Unité C;D\nD;Unité D;C\n?;Sans code;A');
  const lines = (await refusedLinesOf(here, batchId))!.rows.slice(1);
  expect(lines.map(([line]) => line)).toEqual(['2', '3', '4']);
  expect(lines[0]!.slice(4)).toEqual(['C', 'Unité C', 'D']);
});

test('the file goes with the import, and stays after its application until the next one', async () => {
  const here = await installation();
  const files = () => readdirSync(join(here.folder, 'imports'));
  const sound = await here.send(`${HEADER}\n9;Sain;Luc;A1;`);
  expect(await refusedLinesOf(here, sound)).toBeNull();
  await abandonImport(here.db, here.folder, sound);
  const given = await here.send(`${HEADER}\n1;Martin;Zoé;Z;`);
  expect(statSync(refusedLinesFile(here.folder, given)).mode & 0o777).toBe(0o600);
  await abandonImport(here.db, here.folder, given);
  expect(files()).toEqual([]);
  expect(await refusedLinesOf(here, given)).toBeNull();

  const { batchId } = await here.importNow(`${HEADER}\n1;Martin;Zoé;A1;\n2;Benali;Ana;Z;`, { skipRefused: true });
  expect(files()).toEqual([`${batchId}-refus.csv`]);
  expect((await refusedLinesOf(here, batchId))!.rows).toHaveLength(2);
  const waiting = await here.send(`${HEADER}\n3;Autre;Zoé;Z;`);
  await here.importNow(`${HEADER}\n2;Benali;Ana;A1;`);
  expect(files().sort()).toEqual([`${waiting}-refus.csv`, `${waiting}.csv`]);
  expect(await refusedLinesOf(here, batchId)).toBeNull();
});

test('an import that is undone leaves no file', async () => {
  const here = await installation();
  const { batchId } = await here.importNow(`${HEADER}\n1;Martin;Zoé;A1;\n2;Benali;Ana;Z;`, { skipRefused: true });
  expect(await here.undo(batchId)).toEqual({ outcome: 'undone' });
  expect(existsSync(refusedLinesFile(here.folder, batchId))).toBe(false);
});
