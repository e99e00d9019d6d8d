import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { MIGRATIONS } from '#db/migrator.ts';
import description from '../../package.json' with { type: 'json' };
import { clockReads } from './clock-use.ts';
import { inlineCode } from './markup.ts';
import { readSourceFiles, type SourceFile } from './source-file.ts';
import { tablesWithoutCaption, writesAfterTheEnd } from './valid-markup.ts';

const files = readSourceFiles('src', 'db');
const file = (path: string, text: string): SourceFile => ({ path, text });

test('only the clock reads the time, only domain/time builds dates', () => {
  expect(clockReads(files)).toEqual([]);
});

test.each(['new Date()', 'new Date', 'Date.now()', 'Date()', 'new Date(now)'])('refuses %s elsewhere', (text) => {
  expect(clockReads([file('src/features/learning/a.ts', `const a = ${text};`)])).toHaveLength(1);
});

test('nothing in the markup needs an inline script or style', () => {
  expect(inlineCode(files)).toEqual([]);
});

test.each([
  ['src/pages/a.astro', '---\nconst style = 1;\n---\n<p style="color: red">a</p>'],
  ['src/pages/a.astro', '<script is:inline>a()</script>'],
  ['src/pages/a.astro', '<button onclick="a()">a</button>'],
  ['src/pages/a.astro', '<style define:vars={{ a }}>p { color: var(--a); }</style>'],
  ['src/features/x/islands/A.tsx', 'export const A = () => <p style={{ width: 1 }}>a</p>;'],
])('refuses in %s: %s', (path, text) => {
  expect(inlineCode([file(path, text)])).toHaveLength(1);
});

test('an island may listen to events', () => {
  expect(inlineCode([file('src/features/x/islands/A.tsx', 'const A = () => <p onClick={a}>a</p>;')])).toEqual([]);
});

test('every table of the interface has its caption', () => {
  expect(tablesWithoutCaption(files)).toEqual([]);
  expect(tablesWithoutCaption([file('src/a.astro', '<table class="table">\n  <thead></thead></table>')])).toHaveLength(
    1,
  );
});

test('no page writes after the end of the document', () => {
  expect(writesAfterTheEnd(files)).toEqual([]);
  expect(writesAfterTheEnd([file('src/pages/a.astro', '<AppPage></AppPage>\n<script></script>')])).toHaveLength(1);
});

test('every migration of the folder is registered, in order of time', () => {
  const names = readdirSync(resolve(import.meta.dirname, '../../db/migrations')).map((name) =>
    name.replace(/\.ts$/, ''),
  );
  expect(Object.keys(MIGRATIONS)).toEqual(names.sort());
  for (const name of names) expect(name).toMatch(/^\d{8}T\d{4}-[a-z0-9-]+$/);
});

test('dependencies have exact versions', () => {
  const { dependencies, devDependencies, optionalDependencies } = description;
  const versions = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
