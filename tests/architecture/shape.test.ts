import { expect, test } from 'vitest';
import { emptyNames, oddNames } from './names.ts';
import { heavyMedian, longFiles, longFunctions } from './shape.ts';
import { readSourceFiles, type SourceFile } from './source-file.ts';

const program = readSourceFiles('src', 'db');
const files = [...program, ...readSourceFiles('tests')];
const file = (path: string, text = ''): SourceFile => ({ path, text });
const lines = (count: number) => 'a();\n'.repeat(count);

test('files have 300 lines at most, 60 in the middle', () => {
  expect(longFiles(files)).toEqual([]);
  expect(heavyMedian(program)).toEqual([]);
  expect(longFiles([file('src/a.ts', lines(300)), file('src/b.css', lines(301))])).toEqual([
    'src/b.css has 301 lines: 300 at most',
  ]);
  expect(heavyMedian([file('src/a.ts', lines(61))])).toHaveLength(1);
});

test('functions have 60 lines at most', () => {
  expect(longFunctions(files)).toEqual([]);
  expect(longFunctions([file('src/a.ts', `function a() {\n${lines(58)}}\n`)])).toEqual([]);
  expect(longFunctions([file('src/a.ts', `\nconst a = () => {\n${lines(59)}}\n`)])).toEqual([
    'src/a.ts:2 is a function of 61 lines: 60 at most',
  ]);
  expect(longFunctions([file('src/A.astro', `---\nfunction a() {\n${lines(60)}}\n---\n`)])).toHaveLength(1);
});

test('every file and folder says what is inside', () => {
  expect(emptyNames(files)).toEqual([]);
  const bad = ['src/lib/a.ts', 'src/domain/time/date-utils.ts', 'src/ui/FormHelpers.tsx', 'src/features/x/Service.ts'];
  expect(emptyNames(bad.map((path) => file(path)))).toHaveLength(bad.length);
});

test('files are named in one style', () => {
  expect(oddNames(files)).toEqual([]);
  const bad = ['src/features/x/readPlace.ts', 'src/features/x/components/card.astro', 'src/Domain/a.ts', 'src/a_b.ts'];
  expect(oddNames(bad.map((path) => file(path)))).toHaveLength(bad.length);
});
