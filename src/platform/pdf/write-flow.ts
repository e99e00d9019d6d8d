import type { Flow, Run } from './flow.ts';
import { pdfText } from './pdf-text.ts';
import { PDF_ACCENT, PDF_INK, PDF_MARGIN, PDF_SOFT, PDF_WIDTH, type Pdf } from './tagged-pdf.ts';

type Structure = PDFKit.PDFStructureElement;

/** Where a flow stands: what it is part of, and how far from the margin, in points. */
interface Place {
  document: Pdf;
  parent: Structure;
  indent: number;
  /** What follows a paragraph, in lines. */
  spaceAfter: number;
}

/** In points. */
const SIZES = { 1: 22, 2: 16, 3: 13, 4: 11.5 } as const;
const TONES = {
  plain: { size: 10, color: PDF_INK, isStrong: false },
  lead: { size: 11.5, color: PDF_SOFT, isStrong: false },
  label: { size: 9, color: PDF_ACCENT, isStrong: true },
  note: { size: 9, color: PDF_SOFT, isStrong: false },
} as const;
const LINE_GAP = 2;
const LIST_INDENT = 14;
const BOX_INDENT = 12;
/** What must be left of a page for a heading and the beginning of what it announces. */
const HEADING_ROOM = 70;
const LINE_ROOM = 20;
/** In lines. */
const SPACE = { before: 0.6, after: 0.4, ofItem: 0.12 } as const;

/** Writes flows below what is there, on as many pages as they take, tagged by what they are. */
export function writeFlows(document: Pdf, parent: Structure, flows: readonly Flow[]): void {
  for (const flow of flows) writeFlow({ document, parent, indent: 0, spaceAfter: SPACE.after }, flow);
}

function writeFlow(place: Place, flow: Flow): void {
  switch (flow.kind) {
    case 'heading':
      return writeHeading(place, flow);
    case 'text':
      return writeText(place, flow);
    case 'list':
      return writeList(place, flow);
    case 'table':
      return writeTable(place, flow);
    case 'box':
      return writeBox(place, flow);
  }
}

function writeHeading(place: Place, { level, text }: Extract<Flow, { kind: 'heading' }>): void {
  const { document, parent } = place;
  leaveRoom(document, HEADING_ROOM);
  document.moveDown(SPACE.before);
  parent.add(
    document.struct(`H${level}`, {}, () =>
      writeRuns(place, [{ text, isStrong: true }], { size: SIZES[level], color: PDF_INK, isStrong: true }),
    ),
  );
  document.moveDown(SPACE.after);
}

function writeText(place: Place, { runs, tone }: Extract<Flow, { kind: 'text' }>): void {
  const { document, parent } = place;
  parent.add(document.struct('P', {}, () => writeRuns(place, runs, TONES[tone])));
  document.moveDown(place.spaceAfter);
}

function writeRuns(
  { document, indent }: Place,
  runs: readonly Run[],
  { size, color, isStrong }: { size: number; color: string; isStrong: boolean },
): void {
  document.fontSize(size).fillColor(color);
  document.x = PDF_MARGIN + indent;
  for (const [at, run] of runs.entries())
    document.font(isStrong || run.isStrong ? 'strong' : 'text').text(pdfText(run.text), {
      width: PDF_WIDTH - indent,
      lineGap: LINE_GAP,
      continued: at < runs.length - 1,
    });
}

function writeList(place: Place, { isOrdered, items }: Extract<Flow, { kind: 'list' }>): void {
  const { document, parent, indent } = place;
  const list = document.struct('L');
  parent.add(list);
  for (const [at, flows] of items.entries()) {
    leaveRoom(document, LINE_ROOM);
    const item = document.struct('LI');
    list.add(item);
    item.add(
      document.struct('Lbl', {}, () => {
        const { y } = document;
        document.font('text').fontSize(TONES.plain.size).fillColor(PDF_INK);
        document.text(isOrdered ? `${at + 1}.` : '•', PDF_MARGIN + indent, y, { lineBreak: false });
        document.y = y;
      }),
    );
    const body = document.struct('LBody');
    item.add(body);
    const within = { document, parent: body, indent: indent + LIST_INDENT, spaceAfter: SPACE.ofItem };
    for (const flow of flows) writeFlow(within, flow);
    body.end();
    item.end();
  }
  list.end();
  document.moveDown(SPACE.after);
}

function writeTable({ document, parent, indent }: Place, { head, rows }: Extract<Flow, { kind: 'table' }>): void {
  leaveRoom(document, HEADING_ROOM);
  const headCells = head.map((text) => ({ text: pdfText(text), type: 'TH' as const, font: { src: 'strong' } }));
  const options = {
    // The types of the library do not know it.
    structParent: parent,
    position: { x: PDF_MARGIN + indent, y: document.y },
    maxWidth: PDF_WIDTH - indent,
    defaultStyle: {
      border: [0.5, 0, 0.5, 0] as [number, number, number, number],
      borderColor: PDF_SOFT,
      padding: [4, 6] as [number, number],
    },
    data: [...(head.length > 0 ? [headCells] : []), ...rows.map((row) => row.map(pdfText))],
  };
  document
    .font('text')
    .fontSize(TONES.plain.size - 1)
    .fillColor(PDF_INK);
  document.table(options);
  document.x = PDF_MARGIN;
  document.moveDown(SPACE.before);
}

function writeBox(place: Place, { flows }: Extract<Flow, { kind: 'box' }>): void {
  const { document, parent, indent } = place;
  leaveRoom(document, HEADING_ROOM);
  document.moveDown(SPACE.after);
  const from = { page: lastPage(document), y: document.y };
  const section = document.struct('Sect');
  parent.add(section);
  for (const flow of flows) writeFlow({ ...place, parent: section, indent: indent + BOX_INDENT }, flow);
  section.end();
  drawRule(document, PDF_MARGIN + indent, from);
  document.moveDown(SPACE.after);
}

/** A rule at the side of what was written since, on each of its pages. */
function drawRule(document: Pdf, x: number, from: { page: number; y: number }): void {
  const { y } = document;
  const last = lastPage(document);
  for (let page = from.page; page <= last; page += 1) {
    document.switchToPage(page);
    const top = page === from.page ? from.y : PDF_MARGIN;
    const bottom = page === last ? y - 4 : document.page.maxY();
    document.markContent('Artifact', { type: 'Layout' });
    document.moveTo(x, top).lineTo(x, bottom).lineWidth(1.5).strokeColor(PDF_ACCENT).stroke();
    document.endMarkedContent();
  }
  document.y = y;
}

function lastPage(document: Pdf): number {
  const { start, count } = document.bufferedPageRange();
  return start + count - 1;
}

function leaveRoom(document: Pdf, points: number): void {
  if (document.y + points > document.page.maxY()) document.addPage();
}
