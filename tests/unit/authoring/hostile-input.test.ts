import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileBlock } from '#domain/authoring/blocks/compile-block.ts';
import { compileModule } from '#domain/authoring/compile-module.ts';
import { openDrawings } from '#domain/authoring/drawings/drawing-page.ts';
import { createModuleScope } from '#domain/authoring/pages/module-scope.ts';
import { openPage } from '#domain/authoring/pages/page.ts';
import { renderRun } from '#domain/authoring/prose/render-prose.ts';
import { createReporter } from '#domain/authoring/reporter.ts';
import { createSourceText } from '#domain/authoring/source-text.ts';
import { ATTACKS } from './attacks.ts';
import { findForbidden } from './find-forbidden.ts';
import { DRAWING, FRONT_MATTER, IMAGE, POOL, SETTINGS } from './sample-module.ts';

const CONTEXT = { moduleSlugs: ['essai'], helpIds: ['samu-15'] };
const MEDIA = { ...IMAGE, 'media/dessin.svg': { href: `/medias/${'b'.repeat(64)}.svg`, drawing: DRAWING } };
const GLOSSARY_TERMS = ['mot', 'Été', 'été <b>', 'x" onclick="y'].map((term, index) => ({
  id: `t${index}`,
  term,
  definition: '<script>',
  forms: [term],
  offset: 0,
}));
const LESSON = { path: '01-un.mdx', slug: '01-un', number: 1, name: 'un' };

const hostileText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...ATTACKS) },
        { weight: 1, arbitrary: fc.string({ maxLength: 5 }) },
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...ATTACKS), { maxLength: 25 }).map((parts) => parts.join('\n')),
);

/** Everything a body turns into, wrong or not: what the compiler would give if no error held it back. */
function emitted(body: string): Emitted[] {
  const source = createSourceText('essai/01-un.mdx', body);
  const sources = { slug: 'essai', files: {}, media: MEDIA };
  const scope = createModuleScope(sources, CONTEXT, {
    code: 'm7',
    lessons: [LESSON],
    drawings: openDrawings(sources, []),
    glossary: GLOSSARY_TERMS,
  });
  const page = openPage(source, 0, LESSON.slug, scope, createReporter(source, []));
  const blocks = page.children.map((child) =>
    child.type === 'prose' ? { html: renderRun(page, child) } : compileBlock(page, child),
  );
  return collect(blocks);
}

interface Emitted {
  html: string;
  href: string;
  src: string;
}

function collect(value: unknown): Emitted[] {
  if (typeof value !== 'object' || value === null) return [];
  const { html = '', href = '', src = '' } = value as Partial<Emitted>;
  return [{ html, href, src }, ...Object.values(value).flatMap(collect)];
}

test('no body emits anything outside the allow-list, even one full of errors', () => {
  fc.assert(
    fc.property(hostileText, (body) => {
      for (const { html, href, src } of emitted(body)) {
        expect(findForbidden(html)).toBeNull();
        expect(src).toMatch(/^$|^\/medias\/b{64}\.svg$/);
        expect(href).toMatch(/^$|^https?:\/\/|^\/(?!\/)|^#/);
      }
    }),
    { numRuns: 1000 },
  );
});

test.each(ATTACKS.map((attack) => [attack]))('%j alone is harmless', (attack) => {
  for (const { html } of emitted(attack)) expect(findForbidden(html)).toBeNull();
});

test('no set of files makes the compiler throw, and a module comes without errors or not at all', () => {
  const files = fc.record({
    'module.yaml': fc.oneof({ weight: 3, arbitrary: fc.constant(SETTINGS) }, { weight: 1, arbitrary: hostileText }),
    '01-un.mdx': fc.oneof(
      hostileText.map((body) => FRONT_MATTER + body),
      hostileText.map((text) => `---\n${text}\n---\nx`),
    ),
    'evaluation.mdx': fc.oneof(fc.constant(POOL), hostileText),
    'glossaire.yaml': hostileText.map((text) => `- terme: mot\n  definition: ${JSON.stringify(text)}\n`),
  });
  fc.assert(
    fc.property(files, fc.string({ maxLength: 10 }), (sources, strayName) => {
      const compiled = compileModule({ slug: 'essai', files: { ...sources, [strayName]: '' }, media: IMAGE }, CONTEXT);
      const hasError = compiled.problems.some(({ severity }) => severity === 'error');
      expect(compiled.module === null).toBe(hasError);
      for (const { html } of collect(compiled.module)) expect(findForbidden(html)).toBeNull();
      for (const { line, column } of compiled.problems) expect(Math.min(line, column)).toBeGreaterThan(0);
    }),
    { numRuns: 600 },
  );
});

test('every problem says what is wrong and what to write instead, in full sentences', () => {
  fc.assert(
    fc.property(hostileText, (body) => {
      const { problems } = compileModule({ slug: 'essai', files: { '01-un.mdx': body }, media: {} }, CONTEXT);
      for (const { code, message, remedy } of problems) {
        expect(code).toMatch(/^[a-z-]+$/);
        expect(`${message}\n${remedy}`).not.toMatch(/undefined|\[object|NaN/);
        expect(message).toMatch(/[.:]$/);
        expect(remedy).toMatch(/\S/);
      }
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['quotations', '> '.repeat(20_000)],
  ['lists', '- '.repeat(20_000)],
  ['brackets', '['.repeat(20_000)],
  ['images', '!['.repeat(20_000)],
  ['stars', '*a '.repeat(3_900)],
  ['mixed emphasis', '*a **b _c __d '.repeat(800)],
  ['brackets with words', '[a '.repeat(3_900)],
  ['closed links', '[a](b) ![c](d) '.repeat(750)],
  ['chevrons', '<'.repeat(20_000)],
  ['open tags', '<Encadre titre="x">'.repeat(5_000)],
  ['unknown tags', '<X>\n'.repeat(20_000)],
  ['balanced tags', `${'<Encadre titre="x">'.repeat(3_000)}${'</Encadre>'.repeat(3_000)}`],
  ['unclosed values', '<Encadre titre="'.repeat(5_000)],
  ['tags with many attributes', `<Encadre ${'a '.repeat(20_000)}>`],
  ['backticks', '` `` ``` '.repeat(5_000)],
  ['braces', '{'.repeat(20_000)],
  ['spaces', `a${' '.repeat(11_000)}b`],
  ['scripts', '<sup>'.repeat(2_000)],
])('an excess of %s is answered quickly', { timeout: 10_000 }, (_, body) => {
  const files = { 'module.yaml': SETTINGS, '01-un.mdx': FRONT_MATTER + body, 'evaluation.mdx': POOL };
  compileModule({ slug: 'essai', files, media: {} }, CONTEXT);
});

test.each([
  ['brackets', '['.repeat(9_000)],
  ['lists', '- '.repeat(9_000)],
  ['aliases', `a: &x 1\n${'b: *x\n'.repeat(50)}`],
  ['keys', '? '.repeat(5_000)],
  ['braces', '{a: '.repeat(4_000)],
])('settings with an excess of %s are refused, not followed', (_, text) => {
  const files = { 'module.yaml': text, '01-un.mdx': `---\n${text}\n---\nx`, 'evaluation.mdx': POOL };
  expect(compileModule({ slug: 'essai', files, media: {} }, CONTEXT).module).toBeNull();
});
