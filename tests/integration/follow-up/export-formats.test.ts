import { parse } from 'csv-parse/sync';
import { unzipSync, strFromU8 } from 'fflate';
import { read } from 'hucre';
import { expect, test } from 'vitest';
import type { Cell, ExportDocument } from '#platform/lists/export-document.ts';
import { listBytes } from '#platform/lists/write-list.ts';
import { ExportQuery } from '#features/follow-up/forms.ts';
import { loadUnitExport } from '#features/follow-up/load-unit-export.ts';
import type { ExportFormat } from '#domain/exports/export-formats.ts';
import { streamUnitExport } from '#features/follow-up/tasks/export-task.ts';
import { verifyList } from '#platform/lists/verify-list.ts';
import { verifyPdf } from '#platform/pdf/verify-pdf.ts';
import { pdfWords } from '#tests/support/pdf-words.ts';
import { testTasks } from '#tests/support/test-tasks.ts';
import { actorWith, admitTo, followedOrganisation, NOW, TODAY } from './followed-organisation.ts';

const HARD_NAME = 'Le « Goff »; "d’Été"\nsuite';

async function files() {
  const { db } = await followedOrganisation();
  await admitTo(db, 'A', { name: HARD_NAME, given: 'Zoé', hr: 'D-7' });
  await admitTo(db, 'A1', { name: '=1+1', given: 'Éva' });
  const actor = await actorWith(db, 'administrator');
  return async (format: ExportFormat, parameters: Record<string, string> = {}): Promise<Uint8Array> => {
    const asked = { code: 'A', query: ExportQuery.parse(parameters), format, today: TODAY, now: NOW };
    const file = await loadUnitExport(db, actor, asked);
    const stream = await streamUnitExport(testTasks(db), file!);
    return new Uint8Array(await new Response(stream).arrayBuffer());
  };
}

test('a CSV is read by another parser with every letter of every name', async () => {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await (await files())('csv'));
  const records = parse(text, { delimiter: ';', bom: true, relax_column_count: true }) as string[][];
  const start = records.findIndex(([title]) => title === 'Nom');
  const names = records.slice(start + 1, -1).map(([name]) => name);
  expect(names.filter(Boolean)).toEqual(["'=1+1", HARD_NAME]);
});

test('a workbook has a frozen header, filters and a sheet that says what it is, for another library too', async () => {
  const bytes = await (await files())('xlsx');
  const [definitions, list] = (await read(bytes)).sheets;
  expect(definitions?.name).toBe('Définitions');
  expect(Object.fromEntries(definitions!.rows as string[][])).toMatchObject({
    Concernés: '2',
    'Établi par': 'Chloé Martel',
  });
  expect(list).toMatchObject({ name: 'Suivi A', freezePane: { rows: 1 }, autoFilter: { range: 'A1:K3' } });
  expect(list!.rows.map(([name]) => name)).toEqual(['Nom', '=1+1', HARD_NAME]);
  const parts = unzipSync(bytes);
  expect(strFromU8(parts['xl/worksheets/sheet2.xml']!)).not.toContain('<f>');
});

test('a workbook of more lines than fit in a piece has typed cells to the last one', async () => {
  const lines = Array.from({ length: 1200 }, (_, place) => [
    [null, null, null, null],
    [`Nom ${place}`, '2026-03-12', place % 2 === 0, place],
  ]);
  for (const format of ['xlsx', 'ods'] as const) {
    const bytes = await listBytes(listOf(lines), format);
    const sheets = (await read(bytes)).sheets;
    const list = sheets.find(({ name }) => name === 'Liste')!;
    expect(list.rows).toHaveLength(1 + 2400);
    expect(list.rows[2398]).toEqual(['Nom 1198', new Date('2026-03-12T00:00:00Z'), true, 1198]);
    expect(sheets.find(({ name }) => name === 'Définitions')?.rows.at(-1)?.[0]).toBe('Empreinte');
    if (format === 'xlsx') expect(list).toMatchObject({ freezePane: { rows: 1 }, autoFilter: { range: 'A1:D2401' } });
    else expect(strFromU8(unzipSync(bytes)['settings.xml']!)).toContain('"VerticalSplitPosition" config:type="int">1<');
  }
});

test.each(['xlsx', 'ods'] as const)('whatever a name holds, a %s workbook is read again as it was', async (format) => {
  const hard = ['  deux  espaces ', 'a\tb\r\nc', '<b>&amp;"\'', '\u0000\u0001\ud800', '=1+1', ''];
  const bytes = await listBytes(listOf([hard.map((name) => [name, null, null, null])]), format);
  const list = (await read(bytes)).sheets.find(({ name }) => name === 'Liste')!;
  const names = list.rows.slice(1).map(([name]) => name ?? '');
  expect(names).toEqual(['  deux  espaces ', 'a\tb\r\nc', '<b>&amp;"\'', '\ufffd', '=1+1', '']);
});

test.each(['csv', 'xlsx', 'ods', 'json'] as const)(
  'the units are had as %s: one line each, its figures as numbers, and verify',
  async (format) => {
    const bytes = await (await files())(format, { lignes: 'unites' });
    expect(await verifyList(bytes, `unites.${format}`)).toMatchObject({
      outcome: 'intact',
      lineCount: 2,
      heading: { Liste: 'Unités, à tous les niveaux' },
    });
    if (format !== 'xlsx') return;
    const rows = (await read(bytes)).sheets.find(({ name }) => name === 'Suivi A')!.rows;
    expect(rows.map((row) => row.slice(0, 5))).toEqual([
      ['Unité', 'Code', 'Niveau', 'Code de l’unité supérieure', 'Concernés'],
      ['Unité A', 'A', 1, null, 2],
      ['Équipe A1', 'A1', 2, 'A', 1],
    ]);
  },
);

test('JSON has days as days and flags as flags', async () => {
  const json = JSON.parse(new TextDecoder().decode(await (await files())('json'))) as {
    heading: Record<string, string>;
    columns: { title: string }[];
    lines: unknown[][];
  };
  expect(json.heading['Concernés']).toBe('2');
  expect(json.lines.map(([name]) => name)).toEqual(['=1+1', HARD_NAME]);
  expect(json.lines[0]![json.columns.findIndex(({ title }) => title === 'En retard')]).toBe(false);
});

test('a PDF sheet has a page for the unit and each one below, with its figures, tagged and in French', async () => {
  const bytes = await (await files())('pdf');
  const raw = Buffer.from(bytes).toString('latin1');
  expect(raw).toContain('/MarkInfo');
  expect(raw).toContain('/Lang (fr)');
  expect(raw.match(/\/Type \/Page\b/g)).toHaveLength(2);
  const verified = await verifyPdf(bytes);
  expect(verified).toMatchObject({ outcome: 'intact', title: 'Suivi de Unité A, 23\u00a0novembre\u00a02026' });
  expect(verified.outcome === 'intact' && verified.fingerprints.length).toBe(2);
  const text = await pdfWords(bytes);
  expect(text).toContain('Unité A (A)');
  expect(text).toContain('Équipe A1 (A1)');
  expect(text).toMatch(/Non commencés\s*:\s*2/);
  expect(text).toContain('Page 1 / 2');
});

test.each(['csv', 'xlsx', 'ods', 'json'] as const)(
  'the fingerprint of a %s file is found again, and a changed one is not',
  async (format) => {
    const bytes = await (await files())(format);
    expect(await verifyList(bytes, `suivi.${format}`)).toMatchObject({ outcome: 'intact' });
    const other = await verifyList(changed(bytes, format), `suivi.${format}`);
    expect(['altered', 'unreadable']).toContain(other.outcome);
  },
);

test('what is no report is said to be none', async () => {
  expect(await verifyList(new TextEncoder().encode('a;b\n1;2\n'), 'x.csv')).toEqual({ outcome: 'no-fingerprint' });
  expect(await verifyList(new Uint8Array([1, 2, 3]), 'x.xlsx')).toEqual({ outcome: 'unreadable' });
  expect(await verifyList(new Uint8Array(), 'x.txt')).toEqual({ outcome: 'unknown-format' });
});

/** A list of a name, a day, a flag and a number, in the pieces given. */
function listOf(pieces: Cell[][][]): ExportDocument {
  async function* lines() {
    yield* pieces;
  }
  return {
    title: 'Liste',
    heading: [['Parcours', 'VSS']],
    columns: [
      { title: 'Nom', kind: 'text', width: 24 },
      { title: 'Date', kind: 'date', width: 12 },
      { title: 'En retard', kind: 'flag', width: 10 },
      { title: 'Nombre', kind: 'text', width: 10 },
    ],
    lines: lines(),
  };
}

/** One letter of a name changed, in formats that are plain text; in a zip, one byte of the list. */
function changed(bytes: Uint8Array, format: string): Uint8Array {
  if (format === 'csv' || format === 'json')
    return new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).replace('Éva', 'Eva'));
  const copy = Buffer.from(bytes);
  const part = format === 'ods' ? 'content.xml' : 'sheet2.xml';
  // The name stands before the content, and again in the list at the end.
  const start = copy.lastIndexOf(part, copy.lastIndexOf(part) - 1) + part.length;
  copy[start + 100]! ^= 255;
  return copy;
}
