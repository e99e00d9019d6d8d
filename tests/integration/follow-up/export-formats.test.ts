import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { unzipSync, strFromU8 } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { ExportQuery } from '#features/follow-up/forms.ts';
import { loadUnitExport } from '#features/follow-up/load-unit-export.ts';
import type { ExportFormat } from '#features/follow-up/export-formats.ts';
import { unitExportTask } from '#features/follow-up/tasks/export-task.ts';
import { verifyReport } from '#features/follow-up/verify-report.ts';
import { testTasks } from '#tests/support/test-tasks.ts';
import { actorWith, admitTo, followedOrganisation, NOW, TODAY } from './followed-organisation.ts';

const HARD_NAME = 'Le « Goff »; "d’Été"\nsuite';

async function files() {
  const { db } = await followedOrganisation();
  await admitTo(db, 'A', { name: HARD_NAME, given: 'Zoé', hr: 'D-7' });
  await admitTo(db, 'A1', { name: '=1+1', given: 'Éva' });
  const actor = await actorWith(db, 'administrator');
  return async (format: ExportFormat): Promise<Uint8Array> => {
    const asked = { code: 'A', query: ExportQuery.parse({}), format, today: TODAY, now: NOW };
    const file = await loadUnitExport(db, actor, asked);
    const stream = testTasks(db).stream(unitExportTask, file!);
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

test('a workbook has typed cells, a frozen header, filters and a sheet that says what it is', async () => {
  const parts = unzipSync(await (await files())('xlsx'));
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const workbook = part('xl/workbook.xml');
  expect(workbook).toMatch(/<sheet [^>]*name="Définitions"/);
  const list = part('xl/worksheets/sheet2.xml');
  expect(list).toContain('state="frozen"');
  expect(list).toContain('<autoFilter ref="A1:K3"');
  const texts = `${list}${part('xl/sharedStrings.xml')}`;
  expect(texts).toContain('Le « Goff »; "d’Été"\nsuite');
  expect(texts).toContain('=1+1');
  expect(list).not.toContain('<f>');
});

test('an OpenDocument sheet has the same names', async () => {
  const parts = unzipSync(await (await files())('ods'));
  expect(strFromU8(parts['content.xml']!)).toContain('Le « Goff »');
  expect(strFromU8(parts['content.xml']!)).not.toContain('table:formula');
});

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
  const folder = mkdtempSync(join(tmpdir(), 'reperes-pdf-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'fiche.pdf'), bytes);
  const raw = Buffer.from(bytes).toString('latin1');
  expect(raw).toContain('/MarkInfo');
  expect(raw).toContain('/Lang (fr)');
  expect(raw.match(/\/Type \/Page\b/g)).toHaveLength(2);
  if (!hasPdfToText()) return;
  const text = execFileSync('pdftotext', ['-layout', join(folder, 'fiche.pdf'), '-'], { encoding: 'utf8' });
  expect(text).toContain('Unité A (A)');
  expect(text).toContain('Équipe A1 (A1)');
  expect(text).toMatch(/Non commencés\s*:\s*2/);
  expect(text).toContain('Page 1 / 2');
});

test.each(['csv', 'xlsx', 'ods', 'json'] as const)(
  'the fingerprint of a %s file is found again, and a changed one is not',
  async (format) => {
    const bytes = await (await files())(format);
    expect(await verifyReport(bytes, `suivi.${format}`)).toMatchObject({ outcome: 'intact' });
    const other = await verifyReport(changed(bytes, format), `suivi.${format}`);
    expect(['altered', 'unreadable']).toContain(other.outcome);
  },
);

test('what is no report is said to be none', async () => {
  expect(await verifyReport(new TextEncoder().encode('a;b\n1;2\n'), 'x.csv')).toEqual({ outcome: 'no-fingerprint' });
  expect(await verifyReport(new Uint8Array([1, 2, 3]), 'x.xlsx')).toEqual({ outcome: 'unreadable' });
  expect(await verifyReport(new Uint8Array(), 'x.txt')).toEqual({ outcome: 'unknown-format' });
});

/** One letter of a name changed, in formats that are plain text; in a zip, one byte. */
function changed(bytes: Uint8Array, format: string): Uint8Array {
  if (format === 'csv' || format === 'json')
    return new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).replace('Éva', 'Eva'));
  const copy = bytes.slice();
  copy[Math.floor(copy.length / 3)]! ^= 255;
  return copy;
}

function hasPdfToText(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
