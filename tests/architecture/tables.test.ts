import { readSourceFiles, type SourceFile } from './source-file.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '#tests/support/test-database.ts';
import { readsOfWithdrawnCompletions, WITHDRAWN_COUNTS_TOO } from './completion-use.ts';
import { FEATURE_EDGES } from './feature-edges.ts';
import { TABLE_OWNERS } from './table-owners.ts';
import { foreignWrites, traceReads } from './table-use.ts';

const files = readSourceFiles('src', 'db/seeds');
const file = (path: string, text: string): SourceFile => ({ path, text });

test('every table of the migrated database has its one owner', async () => {
  const db = await testDatabase();
  const tables = (await db.introspection.getTables()).map(({ name }) => name);
  // What SQLite keeps for a virtual table belongs to that table.
  const { rows } = await sql<{ name: string }>`select name from pragma_table_list where type = 'shadow'`.execute(db);
  const shadows = rows.map(({ name }) => name);
  expect(tables.filter((name) => !shadows.includes(name)).sort()).toEqual(Object.keys(TABLE_OWNERS).sort());
});

test('only the feature that owns a table writes it', () => {
  expect(foreignWrites(files)).toEqual([]);
});

test.each([
  ['src/features/learning/a.ts', "db.insertInto('attempt').values({})"],
  ['src/features/learning/a.ts', "db.updateTable('person as p').set({})"],
  ['src/features/learning/a.ts', 'db.deleteFrom(table)'],
  ['src/features/learning/queries.ts', 'sql`delete from place where true`'],
  ['src/platform/db/a.ts', "db.insertInto('installation')"],
  ['db/seeds/a.ts', "trx.insertInto('completion')"],
])('refuses in %s: %s', (path, text) => {
  expect(foreignWrites([file(path, text)])).toHaveLength(1);
});

test('follow-up reads no trace', () => {
  expect(traceReads(files.filter(({ path }) => path.startsWith('src/features/follow-up/')))).toEqual([]);
});

test.each([
  "db.selectFrom('attempt').select('id')",
  "query.leftJoin('place as p', 'p.person_id', 'person.id')",
  "query.select('lesson_read.read_at')",
  'sql`select 1 from ${x} join attempt_answer on true`',
])('sees a trace read by %s', (text) => {
  expect(traceReads([file('src/features/follow-up/queries.ts', text)])).toHaveLength(1);
});

test('follow-up reaches no feature that reads traces', () => {
  const reached = new Set<string>();
  const visit = (feature: string) => {
    if (reached.has(feature)) return;
    reached.add(feature);
    FEATURE_EDGES[feature]?.forEach(visit);
  };
  visit('follow-up');
  const readers = [...reached].filter(
    (feature) => traceReads(files.filter(({ path }) => path.startsWith(`src/features/${feature}/`))).length > 0,
  );
  expect(readers).toEqual([]);
});

test('whatever reads completions says what of those that were withdrawn', () => {
  expect(readsOfWithdrawnCompletions(readSourceFiles('src', 'db/seeds'))).toEqual([]);
  const paths = new Set(files.map(({ path }) => path));
  expect(Object.keys(WITHDRAWN_COUNTS_TOO).filter((path) => !paths.has(path))).toEqual([]);
});

test.each([
  "db.selectFrom('completion').select('id')",
  "query.innerJoin('completion as done', 'done.person_id', 'person.id')",
  'sql`select 1 from ${x} join completion on true`',
  "for (const table of ['begun', 'completion'] as const) await db.selectFrom(table).select('id').execute()",
])('sees that withdrawn completions are read by %s', (text) => {
  const path = 'src/features/search/queries.ts';
  expect(readsOfWithdrawnCompletions([file(path, text)])).toHaveLength(1);
  expect(readsOfWithdrawnCompletions([file(path, `${text.replace(/;$/, '')} && 'withdrawn_on'`)])).toEqual([]);
});
