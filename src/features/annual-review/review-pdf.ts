import type { Cell, Emit, ExportDocument } from '#platform/lists/export-document.ts';
import { FINGERPRINT_LABEL, ListFingerprint } from '#platform/lists/fingerprint.ts';
import {
  finishPdf,
  PDF_MARGIN,
  PDF_SOFT,
  PDF_WIDTH,
  pdfText,
  taggedPdf,
  writeParagraph,
  type Pdf,
} from '#platform/pdf/tagged-pdf.ts';
import { reviewTitle, type ReviewPage } from './load-review-page.ts';

type Structure = PDFKit.PDFStructureElement;

/** What a table keeps below its title: a title alone at the foot of a page says nothing. In points. */
const ROOM_FOR_A_TABLE = 130;

/** The review as a document to print or to send: each table under its title and what its figures count. */
export async function writeReviewPdf(page: ReviewPage, file: ExportDocument, emit: Emit): Promise<void> {
  const author = file.heading.find(([label]) => label === 'Établi par')?.[1] ?? '';
  const document = taggedPdf({ title: reviewTitle(page), author });
  document.addPage();
  const root = document.struct('Document');
  document.addStructure(root);
  writeParagraph(document, root, 'H1', reviewTitle(page), { font: 'strong', size: 20 });
  for (const [label, value] of file.heading) writeParagraph(document, root, 'P', `${label} : ${value}`);
  for (const { title, definition, lines } of page.sections) {
    if (document.y > document.page.height - PDF_MARGIN - ROOM_FOR_A_TABLE) document.addPage();
    writeParagraph(document, root, 'H2', title, { font: 'strong', size: 13 });
    writeParagraph(document, root, 'P', definition, { size: 9, color: PDF_SOFT });
    drawTable(document, root, [
      ['Ligne', 'Année', 'Année précédente', 'Évolution'],
      ...lines.map(({ label, current, previous, change }) => [label, current, previous, change]),
    ]);
    document.moveDown(1);
  }
  writeParagraph(document, root, 'P', `${FINGERPRINT_LABEL} des chiffres : ${await fingerprintOf(file)}`, {
    size: 8,
    color: PDF_SOFT,
  });
  root.end();
  await finishPdf(document, emit);
}

function drawTable(document: Pdf, root: Structure, [titles = [], ...lines]: string[][]): void {
  const cell = (text: string, place: number, isTitle: boolean) => ({
    text: pdfText(text),
    type: isTitle || place === 0 ? ('TH' as const) : ('TD' as const),
    font: { src: isTitle ? 'strong' : 'text', size: 9.5 },
    align: { x: place === 0 ? ('left' as const) : ('right' as const), y: 'top' as const },
  });
  document.x = PDF_MARGIN;
  document.table({
    // Known to the library, and not yet to its types.
    ...({ structParent: root } as object),
    maxWidth: PDF_WIDTH,
    columnStyles: ['*', 110, 110, 95],
    defaultStyle: { border: [0.5, 0, 0.5, 0], borderColor: '#c9c4ba', padding: 4 } as never,
    data: [
      titles.map((text, place) => cell(text, place, true)),
      ...lines.map((line) => line.map((text, place) => cell(text, place, false))),
    ],
  });
  document.x = PDF_MARGIN;
}

/** The one that the spreadsheets of the same moment carry. */
async function fingerprintOf(file: ExportDocument): Promise<string> {
  const fingerprint = new ListFingerprint(file);
  for await (const piece of file.lines) for (const cells of piece as Cell[][]) fingerprint.add(cells);
  return fingerprint.end();
}
