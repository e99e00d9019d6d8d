import type { Reporter } from '../reporter.ts';
import { drawingEvent, outsideReference, refusedElement, unreadableDrawing } from '../problems/drawing-problems.ts';
import type { DrawingScan, DrawingTag } from './scan-drawing.ts';

/** The elements that draw. Whatever can run, load or hold another document is not among them. */
const ELEMENTS: ReadonlySet<string> = new Set(
  `svg title desc style g defs symbol use path rect circle ellipse line polyline polygon text tspan marker
  linearGradient radialGradient stop clipPath mask pattern`.split(/\s+/),
);
const NAMESPACES: Record<string, string> = {
  xmlns: 'http://www.w3.org/2000/svg',
  'xmlns:svg': 'http://www.w3.org/2000/svg',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
};
/** A value or a style sheet that fetches something, or is written so that one cannot tell. */
const FETCHES =
  /url\(\s*(?!["']?#)|@import|@font-face|@namespace|image-set\(|src\s*\(|expression\s*\(|javascript:|data:|\\|&#/i;

/** Notes what a drawing holds beside shapes and words: it is served to readers, and may fetch or run nothing. */
export function checkDrawing(scan: DrawingScan, report: Reporter): void {
  for (const tag of scan.tags) checkTag(tag, report);
  for (const { text, start } of scan.styles) {
    const fetch = text.search(FETCHES);
    if (fetch >= 0) report.error(start + fetch, outsideReference());
  }
  if (scan.unreadableAt !== null) report.error(scan.unreadableAt, unreadableDrawing());
  else if (scan.tags[0]?.name !== 'svg') report.error(0, unreadableDrawing());
}

function checkTag({ name, start, attributes }: DrawingTag, report: Reporter): void {
  if (!ELEMENTS.has(name)) report.error(start, refusedElement(name));
  for (const attribute of attributes) {
    if (/^on/i.test(attribute.name)) report.error(attribute.start, drawingEvent(attribute.name));
    else if (isOutside(attribute.name, attribute.value)) report.error(attribute.start, outsideReference());
  }
}

function isOutside(name: string, value: string): boolean {
  if (name === 'xmlns' || name.startsWith('xmlns:')) return NAMESPACES[name] !== value;
  if (/(?:^|:)(?:href|src|base)$/i.test(name)) return !value.startsWith('#');
  return FETCHES.test(value);
}
