import fc from 'fast-check';
import { expect, test } from 'vitest';
import { read } from 'hucre';
import type { ExportDocument } from '#platform/lists/export-document.ts';
import { verifyList } from '#platform/lists/verify-list.ts';
import { listBytes } from '#platform/lists/write-list.ts';

const FORMATS = ['csv', 'xlsx', 'ods', 'json'] as const;

const COLUMNS: ExportDocument['columns'] = [
  { title: 'Nom', kind: 'text', width: 24 },
  { title: 'Date', kind: 'date', width: 12 },
  { title: 'Quand', kind: 'instant', width: 16 },
  { title: 'En retard', kind: 'flag', width: 10 },
  { title: 'Nombre', kind: 'text', width: 10 },
];

function listOf(lines: (string | number | boolean | null)[][]): ExportDocument {
  async function* pieces() {
    yield lines;
  }
  return { title: 'Liste', heading: [['Unité', '=A & « B »']], columns: COLUMNS, lines: pieces() };
}

const moment = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2090-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
// What spreadsheets keep as it is: a letter that XML cannot hold is dropped when it is written.
const name = fc.oneof(
  fc.stringMatching(/^[A-Za-zÀ-ÿ '=+;"-]{1,20}$/),
  fc.constantFrom("'=1+1", "''=1", '=1', '12/03/2026 00:00', '0012', 'oui', '\t=1', 'a\nb'),
);
const line = fc.tuple(
  fc.option(name),
  fc.option(moment.map((at) => at.slice(0, 10))),
  // Midnight in Paris, winter and summer, which a spreadsheet shows as a day.
  fc.option(fc.oneof(moment, fc.constantFrom('2026-01-09T23:00:00.000Z', '2026-07-09T22:00:00.000Z'))),
  fc.option(fc.boolean()),
  fc.option(fc.oneof(fc.nat(), name)),
);

test.each(FORMATS)('whatever stands in a list, its %s file verifies with the same fingerprint', async (format) => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 5 }), async (lines) => {
      const json = JSON.parse(new TextDecoder().decode(await listBytes(listOf(lines), 'json'))) as {
        fingerprint: string;
      };
      expect(await verifyList(await listBytes(listOf(lines), format), `liste.${format}`)).toMatchObject({
        outcome: 'intact',
        fingerprint: json.fingerprint,
        lineCount: lines.length,
        heading: { Unité: '=A & « B »' },
      });
    }),
    { numRuns: format === 'csv' || format === 'json' ? 200 : 60 },
  );
});

test.each(['xlsx', 'ods'] as const)(
  'a moment is a typed cell of a %s workbook, by the clocks of Paris',
  async (format) => {
    const bytes = await listBytes(listOf([['A', '2026-03-12', '2026-07-09T22:05:00.000Z', true, 3]]), format);
    const list = (await read(bytes)).sheets.find(({ name: title }) => title === 'Liste')!;
    const [, day, at] = list.rows[1]!;
    expect(day).toEqual(new Date('2026-03-12T00:00:00Z'));
    expect(Math.abs((at as Date).getTime() - Date.parse('2026-07-10T00:05:00Z'))).toBeLessThan(1000);
  },
);

test('another cell is another fingerprint', async () => {
  const line = ['A', '2026-03-12', null, false, 3];
  const others = [
    ['B', ...line.slice(1)],
    ['A', '2026-03-13', ...line.slice(2)],
    ['A', '2026-03-12', '2026-03-12T08:00:00.000Z', false, 3],
    ['A', '2026-03-12', null, true, 3],
    ['A', '2026-03-12', null, false, 4],
  ];
  const fingerprints = await Promise.all(
    [line, ...others].map(async (cells) => {
      const found = await verifyList(await listBytes(listOf([cells]), 'csv'), 'liste.csv');
      return found.outcome === 'intact' && found.fingerprint;
    }),
  );
  expect(new Set(fingerprints).size).toBe(1 + others.length);
});
