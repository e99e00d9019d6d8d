import { fileTooLong } from '../problems/structure-problems.ts';
import { noViewBox, smallText, tooWide, untitledDrawing } from '../problems/drawing-problems.ts';
import type { ModuleSources } from '../module-sources.ts';
import type { Problem } from '../problem.ts';
import { createReporter, type Reporter } from '../reporter.ts';
import { createSourceText } from '../source-text.ts';
import { checkDrawing } from './check-drawing.ts';
import { scanDrawing, type DrawingScan } from './scan-drawing.ts';

/** One SVG of a module, read and checked. */
export interface DrawingPage {
  text: string;
  scan: DrawingScan;
  report: Reporter;
}

const MAX_CHARACTERS = 200_000;
/** A phone of 320 pixels shows it almost at its size, so that its words stay as large as those of the page. */
const WIDEST = 360;
const SMALLEST_TEXT = 14;
const FONT_SIZE = /font-size\s*[:=]\s*["']?\s*(\d+(?:\.\d+)?)|font\s*:[^;{}"']*?(\d+(?:\.\d+)?)px/g;

/** Reads every SVG of a module's folder, by its path; what is not a mere drawing is noted in its own file. */
export function openDrawings({ slug, media }: ModuleSources, problems: Problem[]): Map<string, DrawingPage> {
  const drawings = new Map<string, DrawingPage>();
  for (const [path, { drawing }] of Object.entries(media)) {
    if (drawing === undefined) continue;
    const isTooLong = drawing.length > MAX_CHARACTERS;
    const source = createSourceText(`${slug}/${path}`, isTooLong ? '' : drawing);
    const report = createReporter(source, problems);
    const scan = scanDrawing(source.text);
    if (isTooLong) report.error(0, fileTooLong(MAX_CHARACTERS));
    else checkDrawing(scan, report);
    drawings.set(path, { text: source.text, scan, report });
  }
  return drawings;
}

/** The size of a drawing shown as a figure, from its `viewBox`; null without one, which has then been noted. */
export function measureFigure({ scan, report }: DrawingPage): { width: number; height: number } | null {
  const [svg] = scan.tags;
  const box = svg?.attributes.find(({ name }) => name === 'viewBox');
  const [, , width = 0, height = 0] = (box?.value ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (!(width > 0 && height > 0 && Number.isFinite(width * height))) {
    report.error(box?.start ?? svg?.start ?? 0, noViewBox());
    return null;
  }
  if (width > WIDEST) report.error(box?.start ?? 0, tooWide(width, WIDEST));
  return { width: Math.round(width), height: Math.round(height) };
}

/** Notes what makes a figure harder to read: words too small, no title. */
export function checkFigure({ text, scan, report }: DrawingPage): void {
  if (!scan.tags.some(({ name }) => name === 'title')) report.notice(scan.tags[0]?.start ?? 0, untitledDrawing());
  for (const match of text.matchAll(FONT_SIZE)) {
    const size = Number(match[1] ?? match[2]);
    if (size < SMALLEST_TEXT) report.notice(match.index, smallText(size, SMALLEST_TEXT));
  }
}
