import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openDrawings } from '#domain/authoring/drawings/drawing-page.ts';
import type { Problem } from '#domain/authoring/problem.ts';
import { DRAWING } from './sample-module.ts';

/** Pieces of SVG that run, fetch or hide something, with the harmless ones they hide among. */
// prettier-ignore
const PIECES = [
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 340 200">', '</svg>', '<g>', '</g>', '<rect width="1"/>', '<title>Un</title>',
  '<script>alert(1)</script>', '<script href="x"/>', '<SCRIPT/>', '<svg:script/>', '<foreignObject><b/></foreignObject>', '<image href="x"/>',
  '<animate attributeName="href" to="javascript:x"/>', '<set attributeName="onclick" to="x"/>', '<a href="javascript:x"><rect/></a>', '<iframe/>',
  '<rect onload="x"/>', '<rect ONCLICK="x"/>', '<rect\nonclick = "x"/>', "<rect onclick='x'/>", '<rect onclick=x/>', '<use href="#a"/>',
  '<use href="x.svg#a"/>', '<use xlink:href="data:x"/>', '<use href=" #a"/>', '<rect fill="url(#a)"/>', '<rect fill="url(x)"/>', '<rect fill="url( &quot;x)"/>',
  '<rect style="background:url(//x)"/>', '<style>', '</style>', '@import "x";', 'a{fill:url(//x)}', 'a{fill:url(#x)}', '@font-face{src:url(x)}',
  '\\75rl(x)', '<!--', '-->', '--', '<![CDATA[', ']]>', '<!DOCTYPE svg [<!ENTITY x "<script/>">]>', '&x;', '<?xml version="1.0"?>', '<?xml-stylesheet href="x"?>',
  '"', "'", '<', '>', '/>', '&#106;avascript:', '\u0000', ' ', '\n', 'mot',
];

const hostileDrawing = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 20 }).map((parts) => parts.join('')),
  fc
    .array(fc.constantFrom(...PIECES), { maxLength: 4 })
    .map((parts) => DRAWING.replace('<rect', `${parts.join('')}<rect`)),
  fc.string({ unit: 'binary', maxLength: 60 }).map((text) => DRAWING.replace('<rect', `${text}<rect`)),
);

const problemsOf = (drawing: string): Problem[] => {
  const problems: Problem[] = [];
  openDrawings({ slug: 'essai', files: {}, media: { 'media/x.svg': { href: '/medias/x.svg', drawing } } }, problems);
  return problems;
};

/** What a browser could run or fetch, looked for in the text itself: the compiler's own reading is not trusted here. */
const DANGERS = [
  /<\s*(?:[\w-]+:)?(?:script|foreignobject|image|animate\w*|set|a|iframe|audio|video|handler)\b/i,
  /<[^>]*\son\w+\s*=/i,
  /href\s*=\s*["'](?!#)/i,
  /url\(\s*(?!["']?#)/i,
  /@import|@font-face|javascript:|<!DOCTYPE|<!\[CDATA|<!ENTITY|<\?xml-/i,
];

/** Tags and style sheets: comments and words do nothing. */
function whatCounts(drawing: string): string {
  const code = drawing.replace(/<!--.*?-->/gs, '');
  return (code.match(/<style[^>]*>.*?<\/style>|<[^>]*>/gs) ?? []).join('\n');
}

test('no drawing that is accepted runs or fetches anything', () => {
  let accepted = 0;
  fc.assert(
    fc.property(hostileDrawing, (drawing) => {
      if (problemsOf(drawing).some(({ severity }) => severity === 'error')) return;
      accepted += 1;
      for (const danger of DANGERS) expect(whatCounts(drawing)).not.toMatch(danger);
    }),
    { numRuns: 3000 },
  );
  expect(accepted).toBeGreaterThan(50);
});

test.each(PIECES.filter((piece) => DANGERS.some((danger) => danger.test(piece))).map((piece) => [piece]))(
  '%j in a drawing is an error',
  (piece) => {
    const closed = piece.startsWith('<') ? piece : `<style>${piece}</style>`;
    const drawing = DRAWING.replace('<rect', `${closed}<rect`);
    expect(problemsOf(drawing).some(({ severity }) => severity === 'error')).toBe(true);
  },
);

test.each([
  ['tags', '<g>'.repeat(30_000)],
  ['attributes', `<svg ${'a="b" '.repeat(20_000)}`],
  ['values left open', '<svg a="'.repeat(20_000)],
  ['comments', '<!--'.repeat(40_000)],
  ['hyphens', `<!--${'- '.repeat(80_000)}`],
  ['spaces', `<svg${' '.repeat(150_000)}`],
])('an excess of %s is answered quickly', { timeout: 5_000 }, (_, drawing) => {
  expect(problemsOf(drawing)).not.toEqual([]);
});
