import { expect, test } from 'vitest';
import { findCycle } from './cycles.ts';
import { FEATURE_EDGES } from './feature-edges.ts';
import { importLawBreaches } from './import-law.ts';
import { forbiddenTargets, unclearPaths } from './import-paths.ts';
import { importsOf } from './imports.ts';
import { strayPackages } from './packages.ts';
import { featureOf } from './places.ts';
import { readSourceFiles, type SourceFile } from './source-file.ts';

const files = readSourceFiles('src', 'db');
const file = (path: string, text: string): SourceFile => ({ path, text });

test('every import is allowed by the table of DESIGN §3', () => {
  expect(importLawBreaches(files)).toEqual([]);
});

test.each([
  ['src/domain/time/a.ts', "import '#platform/clock.ts'"],
  ['src/domain/time/a.ts', "import { readFileSync } from 'node:fs'"],
  ['src/domain/time/a.ts', "import type { Kysely } from 'kysely'"],
  ['src/features/help/a.ts', "import { createUnit } from '#features/people/create-unit.ts'"],
  ['src/features/help/a.ts', "const a = await import('#features/people/create-unit.ts')"],
  ['src/features/help/a.ts', "import type { UnitLine } from '#features/people/queries.ts'"],
  ['src/features/people/a.ts', "import { sql } from 'kysely'"],
  ['src/features/people/a.ts', "import { defineAction } from 'astro:actions'"],
  ['src/features/people/a.ts', "import '#ui/styles/index.css'"],
  ['src/features/people/components/A.astro', "---\nimport { createUnit } from '../create-unit.ts';\n---\n"],
  ['src/features/people/components/A.astro', "<p>a</p>\n<script>\nimport '#platform/runtime.ts';\n</script>"],
  ['src/features/people/islands/A.tsx', "import { getActionContext } from 'astro/actions'"],
  ['src/platform/a.ts', "import { defineMiddleware } from 'astro:middleware'"],
  ['src/platform/a.ts', "import { obligationState } from '#domain/obligation/obligation-state.ts'"],
  ['src/platform/a.ts', "import '#features/people/create-unit.ts'"],
  ['src/ui/a.ts', "import '#domain/time/instant.ts'"],
  ['src/pages/a.astro', "---\nimport type { Kysely } from 'kysely';\n---\n"],
  ['src/pages/a.astro', "---\nimport { buildDemonstration } from '#db/seeds/build-demonstration.ts';\n---\n"],
  ['src/actions/a.ts', "import { sql } from 'kysely'"],
  ['src/cli/a.ts', "import { sql } from 'kysely'"],
  ['db/migrations/a.ts', "import type { Database } from '../schema.ts'"],
])('refuses in %s: %s', (path, text) => {
  const breaches = importLawBreaches([...files, file(path, text)]);
  expect(breaches.filter((breach) => breach.startsWith(`${path}:`))).toHaveLength(1);
});

test('packages are known only where they live', () => {
  expect(strayPackages(files)).toEqual([]);
  expect(strayPackages([file('src/actions/a.ts', "import { Lucia } from 'lucia'")])).toHaveLength(1);
  expect(strayPackages([file('src/domain/time/a.ts', "import dayjs from 'dayjs'")])).toHaveLength(1);
});

test('paths have their extension, and aliases lead from one area to another', () => {
  expect(unclearPaths(files)).toEqual([]);
  expect(unclearPaths([file('src/domain/time/a.ts', "import './instant'")])).toHaveLength(1);
  expect(unclearPaths([file('src/features/people/a.ts', "import '../journal/record-deed.ts'")])).toHaveLength(1);
});

test('the program imports neither tests nor content', () => {
  expect(forbiddenTargets(files)).toEqual([]);
  expect(forbiddenTargets([file('db/seeds/a.ts', "import '#tests/support/test-database.ts'")])).toHaveLength(1);
  expect(forbiddenTargets([file('src/pages/a.astro', "---\nimport '../../content/a.mdx';\n---\n")])).toHaveLength(1);
});

test('no circle of imports runs through the program, nor through the types of the domain', () => {
  expect(findCycle(graphOf(files, ({ isTypeOnly }) => !isTypeOnly))).toBeNull();
  const domain = files.filter(({ path }) => path.startsWith('src/domain/'));
  expect(findCycle(graphOf(domain, () => true))).toBeNull();
  const circle = [
    file('src/domain/time/a.ts', "import './b.ts'"),
    file('src/domain/time/b.ts', "export type { A } from './a.ts'"),
  ];
  expect(findCycle(graphOf(circle, () => true))).toBe(
    'src/domain/time/a.ts → src/domain/time/b.ts → src/domain/time/a.ts',
  );
});

test('every declared edge between features is used, and none closes a circle', () => {
  const used = new Set(
    files.flatMap(importsOf).map(({ from, target }) => `${featureOf(from)} → ${featureOf(target ?? '')}`),
  );
  const declared = Object.entries(FEATURE_EDGES).flatMap(([from, to]) => to.map((other) => `${from} → ${other}`));
  expect(declared.filter((edge) => !used.has(edge))).toEqual([]);
  expect(findCycle(new Map(Object.entries(FEATURE_EDGES)))).toBeNull();
});

function graphOf(
  sources: SourceFile[],
  counts: (edge: { isTypeOnly: boolean }) => boolean,
): Map<string, readonly string[]> {
  return new Map(
    sources.map((source) => [
      source.path,
      importsOf(source).flatMap((edge) => (edge.target !== null && counts(edge) ? [edge.target] : [])),
    ]),
  );
}
