import { expect, test } from 'vitest';
import { compileSample, DRAWING, expectAtMarks, FRONT_MATTER, IMAGE, placesOf, soundModule } from './sample-module.ts';

const HREF = IMAGE['media/schema.svg'].href;
const FIGURE =
  '<Figure src="media/schema.svg" titre="L\'échelle">\n1. Un.\n2. Deux.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n</Figure>\n';

/** Compiles a lesson that shows `drawing` as a figure. */
const compileFigure = (drawing: string | undefined, body = FIGURE) =>
  compileSample({ '01-un.mdx': FRONT_MATTER + body }, 'essai', { 'media/schema.svg': { href: HREF, drawing } });

test('Figure becomes a block with the size of its viewBox and the text that says the same', () => {
  const { problems, ...compiled } = compileFigure(DRAWING);
  expect(problems).toEqual([]);
  expect(soundModule({ ...compiled, problems }).lessons[0]?.blocks).toEqual([
    {
      kind: 'figure',
      title: 'L’échelle',
      src: HREF,
      width: 340,
      height: 200,
      html: expect.stringMatching(/^<ol>\n<li>Un\.<\/li>.*<table>/s),
    },
  ]);
});

const inside = (markup: string) => DRAWING.replace('<rect', `${markup}\n<rect`);

// `¦` marks where each problem is expected, in the drawing.
const REFUSED: [string, string, string][] = [
  ['a script', 'dessin-element-refuse', inside('¦<script>alert(1)</script>')],
  ['another document', 'dessin-element-refuse', inside('¦<foreignObject></foreignObject>')],
  ['an image', 'dessin-element-refuse', inside('¦<image width="1"/>')],
  ['an animation', 'dessin-element-refuse', inside('¦<animate attributeName="x"/>')],
  ['a link', 'dessin-element-refuse', inside('¦<a></a>')],
  ['a script in capitals', 'dessin-element-refuse', inside('¦<SCRIPT></SCRIPT>')],
  ['a script in a namespace', 'dessin-element-refuse', inside('¦<svg:script></svg:script>')],
  ['an event', 'dessin-evenement', DRAWING.replace('<rect', '<rect ¦onload="alert(1)"')],
  ['an event in capitals', 'dessin-evenement', DRAWING.replace('<svg', '<svg ¦ONCLICK="x"')],
  ['a shape from elsewhere', 'dessin-lien-externe', inside('<use ¦href="https://exemple.fr/x.svg#a"/>')],
  ['a shape from elsewhere, the old way', 'dessin-lien-externe', inside('<use ¦xlink:href="data:image/svg+xml,x"/>')],
  ['a filling from elsewhere', 'dessin-lien-externe', DRAWING.replace('<rect', '<rect ¦fill="url(//exemple.fr/x)"')],
  ['a style from elsewhere', 'dessin-lien-externe', inside('<style>a { fill: red } ¦@import "x.css";</style>')],
  ['a font to load', 'dessin-lien-externe', inside('<style>¦@font-face { font-family: x }</style>')],
  ['an address in disguise', 'dessin-lien-externe', DRAWING.replace('<rect', '<rect ¦fill="u\\72l(x)"')],
  ['a document type', 'dessin-illisible', `¦<!DOCTYPE svg [<!ENTITY x "y">]>${DRAWING}`],
  ['a style sheet of its own', 'dessin-illisible', `¦<?xml-stylesheet href="x.css"?>${DRAWING}`],
  ['CDATA', 'dessin-illisible', inside('<style>¦<![CDATA[x]]></style>')],
  ['a value without quotes', 'dessin-illisible', inside('¦<path d=x/>')],
  ['a tag left open', 'dessin-illisible', inside('<g>').replace('</svg>', '¦</svg>')],
  ['no drawing at all', 'dessin-illisible', '¦'],
  ['no viewBox', 'dessin-sans-taille', DRAWING.replace(' viewBox="0 0 340 200"', '').replace('<svg', '¦<svg')],
  ['a viewBox of words', 'dessin-sans-taille', DRAWING.replace('viewBox="0 0 340 200"', '¦viewBox="a b c d"')],
  ['a drawing too wide', 'dessin-trop-large', DRAWING.replace('viewBox="0 0 340 200"', '¦viewBox="0 0 361 200"')],
];

test.each(REFUSED)('a figure with %s is an error where it stands', (_, code, marked) => {
  const { text, places } = expectAtMarks(marked, [code]);
  const { module, problems } = compileFigure(text);
  expect(problems.filter(({ file }) => file === 'essai/media/schema.svg').map(({ code: found }) => found)).toContain(
    code,
  );
  expect(placesOf(problems)).toEqual(expect.arrayContaining(places));
  expect(module).toBeNull();
});

test('what runs or fetches is refused in a drawing that is shown as an image too', () => {
  const { problems } = compileFigure(inside('<script>alert(1)</script>'), '![Un schéma](media/schema.svg)');
  expect(placesOf(problems)).toEqual(['dessin-element-refuse 3:1']);
});

test.each([
  ['small text', 'dessin-texte-petit', inside('<text ¦font-size="13">x</text>')],
  ['small text in its style', 'dessin-texte-petit', inside('<style>text { ¦font: 12px system-ui }</style>')],
  ['no title', 'dessin-sans-titre', DRAWING.replace('<title>Un schéma</title>\n', '').replace('<svg', '¦<svg')],
])('a figure with %s is a remark', (_, code, marked) => {
  const { text, places } = expectAtMarks(marked, [code]);
  expect(placesOf(compileFigure(text).problems, 'notice')).toEqual(places);
});

test('references inside the drawing, its style sheet, its comments and its declaration are sound', () => {
  const drawing = `<?xml version="1.0"?>\n<!-- Un schéma -->\n${inside(
    '<style>@media (prefers-color-scheme: dark) { rect { fill: #1a2226; marker-end: url(#a) } }</style>\n<use href="#a" fill="url(#b)"/>',
  )}`;
  expect(compileFigure(drawing).problems).toEqual([]);
});

test.each([
  ['a file that is not there', 'image-introuvable', FIGURE.replace('src="media/schema.svg"', 'src="media/autre.svg"')],
  ['an address', 'image-introuvable', FIGURE.replace('src="media/schema.svg"', 'src="https://exemple.fr/x.svg"')],
  ['no text that says the same', 'composant-vide', '<Figure src="media/schema.svg" titre="x">\n</Figure>'],
  ['no title', 'attribut-manquant', FIGURE.replace(' titre="L\'échelle"', '')],
])('a Figure with %s is an error', (_, code, body) => {
  expect(placesOf(compileFigure(DRAWING, body).problems).map((place) => place.split(' ')[0])).toEqual([code]);
});

test('a photograph is no figure', () => {
  expect(placesOf(compileFigure(undefined).problems).map((place) => place.split(' ')[0])).toEqual([
    'figure-sans-dessin',
  ]);
});
