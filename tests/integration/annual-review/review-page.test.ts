import { parse } from 'csv-parse/sync';
import type { Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Database } from '#db/schema.ts';
import { changePeople } from '#features/people/change-people.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { parseInstant } from '#domain/time/instant.ts';
import { listReviewYears, loadReviewPage, type ReviewPage } from '#features/annual-review/load-review-page.ts';
import { reviewFileTask } from '#features/annual-review/tasks/review-file-task.ts';
import type { ExportFormat } from '#domain/exports/export-formats.ts';
import { verifyList } from '#platform/lists/verify-list.ts';
import { verifyPdf } from '#platform/pdf/verify-pdf.ts';
import { designatePerson } from '#features/obligations/designate-person.ts';
import { pdfWords } from '#tests/support/pdf-words.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { testTasks } from '#tests/support/test-tasks.ts';
import { storeYears, type SmallPerson, type SmallYears } from './small-year.ts';

const TODAY = '2026-11-23' as CivilDate;
const NOW = parseInstant('2026-11-23T13:32:00Z');
const day = (text: string) => text as CivilDate;
const nothing: SmallYears = { moveOn: null, people: [], sessions: [], meetings: [] };

function somebody(on: string, status: SmallPerson['status'] = 'military'): SmallPerson {
  const completions = [0, 1].map((module) => ({ module, edition: 1, on: day(on), withdrawnOn: null }));
  return { status, memberships: [{ unit: 'A', from: day('2024-01-01'), to: null }], completions };
}

async function pageOf(years: Partial<SmallYears>, year = '2025', prepare?: (db: Kysely<Database>) => Promise<unknown>) {
  const db = await testDatabase();
  await storeYears(db, { ...nothing, ...years });
  await prepare?.(db);
  return (await loadReviewPage(testTasks(db), year, TODAY))!;
}

/** No figure is read for a file: the page has them all. */
async function fileOf(page: ReviewPage, format: ExportFormat): Promise<Uint8Array<ArrayBuffer>> {
  const db = await testDatabase();
  const file = { page, format, author: 'Driss Haddad', preparedAt: NOW };
  return new Response(testTasks(db).stream(reviewFileTask, file)).bytes();
}
const textOf = async (page: ReviewPage) => new TextDecoder().decode(await fileOf(page, 'csv'));

const linesOf = (page: ReviewPage, title: RegExp) =>
  page.sections
    .find((section) => title.test(section.title))
    ?.lines.map(({ label, current, previous, change }) => [label, current, previous, change]);

test('a review exists from the first year of the agreement to the one that has begun', async () => {
  expect(listReviewYears(TODAY).map(({ year }) => year)).toEqual([2026, 2025, 2024]);
  const db = await testDatabase();
  for (const year of ['2023', '2027', '02025', 'n’importe quoi'])
    expect(await loadReviewPage(testTasks(db), year, TODAY)).toBeNull();
});

test('an installation where nothing was done yet has a review of zeros', async () => {
  const page = await pageOf({});
  expect(linesOf(page, /essentiel/)).toContainEqual(['Personnes formées', '0', '0', 'inchangé']);
  expect(page).toMatchObject({ asOf: '2026-07-17', isProvisional: false });
});

test('the year that is going on is provisional, as of today', async () => {
  expect(await pageOf({}, '2026')).toMatchObject({ asOf: TODAY, isProvisional: true });
});

test('each figure stands beside that of the year before', async () => {
  const people = [somebody('2025-01-10'), somebody('2026-01-10'), somebody('2026-07-17'), somebody('2026-07-18')];
  const page = await pageOf({ people });
  expect(linesOf(page, /essentiel/)?.slice(0, 2)).toEqual([
    ['Personnes formées', '2', '1', '1 de plus'],
    ['Modules achevés', '4', '2', '2 de plus'],
  ]);
});

test('the first year has none to compare with', async () => {
  const page = await pageOf({ people: [somebody('2025-01-10')] }, '2024');
  expect(page.hasPrevious).toBe(false);
  expect(linesOf(page, /essentiel/)?.[0]).toEqual(['Personnes formées', '1', '—', '—']);
});

describe('small groups', () => {
  const several = (count: number, status: SmallPerson['status']) =>
    Array.from({ length: count }, () => somebody('2026-01-10', status));

  test('a status of fewer than five people is not shown, nor the one that would give it away', async () => {
    const page = await pageOf({
      people: [...several(12, 'military'), ...several(6, 'civilian'), ...several(2, 'student')],
    });
    const hidden = 'moins de 5, ou non montré';
    expect(linesOf(page, /par statut/)?.map(([label, current]) => [label, current])).toEqual([
      ['Militaire', '12'],
      ['Civil', hidden],
      ['Élève', hidden],
    ]);
  });

  test('a theme that fewer than five people followed is not shown, in any year', async () => {
    const page = await pageOf({ people: [...several(5, 'military'), somebody('2025-01-10')] });
    expect(linesOf(page, /par thème/)).toEqual([
      ['orienter', '5', 'moins de 5, ou non montré', '—'],
      ['repérer', '5', 'moins de 5, ou non montré', '—'],
    ]);
  });

  test('no file shows what the page does not', async () => {
    const page = await pageOf({ people: several(3, 'civilian') });
    const text = await textOf(page);
    const hidden = text.split('\r\n').filter((line) => /par (statut|thème)/.test(line));
    expect(hidden.length).toBeGreaterThan(0);
    for (const line of hidden) expect(line).not.toMatch(/;[1-4];/);
  });
});

test('a status that changes after the year is over changes nothing of it, and counts in the next one', async () => {
  const people = [
    ...Array.from({ length: 8 }, () => somebody('2026-01-10')),
    ...Array.from({ length: 8 }, () => somebody('2026-01-10', 'civilian')),
    ...Array.from({ length: 8 }, () => somebody('2026-08-10')),
  ];
  const changeTwo = (db: Kysely<Database>) =>
    db.transaction().execute((trx) => {
      const to = { familyName: 'Petit', givenName: 'Camille', email: null, rankGroup: null, job: null };
      const ids = ['person-0', 'person-16'];
      return changePeople(
        trx,
        ids.map((personId) => ({ personId, ...to, status: 'civilian' })),
        TODAY,
      );
    });
  expect(await pageOf({ people }, '2025', changeTwo)).toEqual(await pageOf({ people }, '2025'));
  const counts = linesOf(await pageOf({ people }, '2025', changeTwo), /par statut/);
  expect(counts?.map(([label, current]) => [label, current])).toEqual([
    ['Militaire', '8'],
    ['Civil', '8'],
    ['Élève', '0'],
  ]);
  const next = linesOf(await pageOf({ people }, '2026', changeTwo), /par statut/);
  expect(next?.slice(0, 2).map(([, current]) => current)).toEqual(Array(2).fill('moins de 5, ou non montré'));
});

test('the rates are those of the last day of the year, whatever was completed after it', async () => {
  const people = [somebody('2026-07-17'), somebody('2026-07-18')];
  const designateBoth = async (db: Kysely<Database>) => {
    const act = { by: null, at: parseInstant('2024-01-02T08:00:00Z'), requestId: null };
    for (const index of [0, 1])
      await designatePerson(db, act, { programme: 'p', personId: `person-${index}`, from: day('2024-01-02') });
  };
  const page = await pageOf({ people }, '2025', designateBoth);
  const lines = linesOf(page, /objectif/)?.map(([label, current, previous]) => [
    label,
    plain(current),
    plain(previous),
  ]);
  expect(lines).toEqual([
    ['Ensemble (TOP)', '50,0 % (1 sur 2)', '0,0 % (0 sur 2)'],
    ['A', '50,0 % (1 sur 2)', '0,0 % (0 sur 2)'],
    ['B', 'sans objet', 'sans objet'],
  ]);
  expect(linesOf(page, /objectif/)?.[0]?.[3]).toBe('50 points de plus');
});

test('the file opens in an independent parser with every figure of the page and its definition', async () => {
  const meetings = [
    { on: day('2026-02-10'), house: 'h1', size: 1234, recordedOn: day('2026-02-10'), withdrawnOn: null },
  ];
  const page = await pageOf({ people: [somebody('2026-01-10')], meetings });
  const text = await textOf(page);
  const rows = parse(text, { delimiter: ';', bom: true, relax_column_count: true });
  expect(rows).toContainEqual(['Bilan annuel', 'du 18/07/2025 au 17/07/2026']);
  const figures = page.sections.flatMap(({ title, lines }) => lines.map(({ label }) => `${title}|${label}`));
  const written = rows.filter((cells) => cells.length === 6).slice(1);
  expect(written.map(([title, label]) => `${title}|${label}`)).toEqual(figures);
  for (const cells of written) expect(cells[5]).not.toBe('');
  expect(written).toContainEqual(
    expect.arrayContaining(['Public des rencontres avec chaque maison', 'h1', '1234', '0', '1234 de plus']),
  );
  const verify = (content: string) => verifyList(new TextEncoder().encode(content), 'bilan-2025.csv');
  expect(await verify(text)).toMatchObject({ outcome: 'intact', lineCount: figures.length });
  expect(await verify(text.replace(';1234;', ';1235;'))).toMatchObject({ outcome: 'altered' });
});

const plain = (text: string | undefined) => text?.replace(/[\u00a0\u202f]/g, ' ');

test.each(['xlsx', 'ods', 'json'] as const)('the review is had as %s too, and verifies', async (format) => {
  const page = await pageOf({ people: [somebody('2026-01-10')] });
  const bytes = await fileOf(page, format);
  const lineCount = page.sections.flatMap(({ lines }) => lines).length;
  expect(await verifyList(bytes, `bilan-2025.${format}`)).toMatchObject({ outcome: 'intact', lineCount });
});

test('the review as a PDF is tagged, in French, with its tables and its figures', async () => {
  const page = await pageOf({ people: [somebody('2026-01-10'), somebody('2026-02-10')] });
  const bytes = await fileOf(page, 'pdf');
  const raw = Buffer.from(bytes).toString('latin1');
  for (const mark of ['/MarkInfo', '/Lang (fr)', '/S /Table', '/S /TH', '/S /H2']) expect(raw).toContain(mark);
  expect(await verifyPdf(bytes)).toMatchObject({ outcome: 'intact' });
  const text = await pdfWords(bytes);
  expect(text).toContain('Bilan annuel 2025-2026');
  expect(text).toMatch(/Personnes formées\s+2\s+0\s+2 de plus/);
  expect(text).toMatch(/Empreinte de ce qui précède : sha256:[0-9a-f]{64}/);
  expect(text).toContain('Page 1 / ');
});
