import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What the RGAA asks of a text of ordinary size (criterion 3.2). */
const LEAST_CONTRAST = 4.5;
const DARK = /@media\s*\(prefers-color-scheme:\s*dark\)\s*\{((?:[^{}]*\{[^{}]*\})*)\s*\}/;
const drawings = globSync('content/*/media/*.svg').sort();

/** An image is a world of its own, where axe sees nothing: what is behind each text is found from the drawing itself. */
test.each(drawings)('%s can be read, in light and in dark', (file) => {
  const drawing = readFileSync(file, 'utf8');
  for (const scheme of ['light', 'dark'] as const) {
    const faint = pairsOf(drawing, scheme).filter(({ ink, ground }) => !(contrast(ink, ground) >= LEAST_CONTRAST));
    expect(faint, scheme).toEqual([]);
  }
});

test('the measure is that of the standard', () => {
  expect(drawings.length).toBeGreaterThan(0);
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

interface Shape {
  name: string;
  attributes: Record<string, string>;
  fill: string | undefined;
}

/** Each text with the last shape drawn before it under its first letters. */
function pairsOf(drawing: string, scheme: 'light' | 'dark') {
  const rules = rulesOf(drawing, scheme);
  const shapes = [...drawing.matchAll(/<(rect|circle|text)\b([^>]*)>([^<]*)/g)].map(
    ([, name = '', rest = '', words]) => {
      const attributes = Object.fromEntries(
        [...rest.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
      );
      return { name, words, attributes, fill: fillOf(name, attributes.class ?? '', rules) };
    },
  );
  return shapes.flatMap((text, index) => {
    if (text.name !== 'text') return [];
    const ground = shapes.slice(0, index).findLast((shape) => shape.fill !== 'none' && isUnder(shape, text));
    return [{ words: text.words, ink: text.fill ?? 'none', ground: ground?.fill ?? 'none' }];
  });
}

function rulesOf(drawing: string, scheme: 'light' | 'dark'): Map<string, string> {
  const style = /<style>([\s\S]*)<\/style>/.exec(drawing)?.[1] ?? '';
  const sheet = style.replace(DARK, '') + (scheme === 'dark' ? (DARK.exec(style)?.[1] ?? '') : '');
  const rules = [...sheet.matchAll(/([^{}]+)\{[^{}]*\bfill:\s*([^;}\s]+)/g)];
  return new Map(rules.flatMap(([, names = '', fill = '']) => names.split(',').map((name) => [name.trim(), fill])));
}

function fillOf(name: string, classes: string, rules: ReadonlyMap<string, string>): string | undefined {
  return classes.split(' ').reduce((fill, word) => rules.get(`.${word}`) ?? fill, rules.get(name));
}

function isUnder({ name, attributes }: Shape, text: Shape): boolean {
  const [x, y] = [Number(text.attributes.x), Number(text.attributes.y) - 4];
  const of = (key: string) => Number(attributes[key] ?? 0);
  if (name === 'circle') return Math.hypot(x - of('cx'), y - of('cy')) <= of('r');
  return name === 'rect' && x >= of('x') && x <= of('x') + of('width') && y >= of('y') && y <= of('y') + of('height');
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((first, second) => first - second) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((from) => Number.parseInt(colour.slice(from, from + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
