import type { Emit, ExportDocument } from '#platform/lists/export-document.ts';
import { DocumentFingerprint } from '#platform/pdf/document-fingerprint.ts';
import { pdfText } from '#platform/pdf/pdf-text.ts';
import {
  finishPdf,
  PDF_MARGIN,
  PDF_SOFT,
  PDF_WIDTH,
  taggedPdf,
  writeParagraph,
  writeFingerprint,
  type Pdf,
  type PdfTextStyle,
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
  const fingerprint = new DocumentFingerprint();
  const write = (kind: string, text: string, style: PdfTextStyle = {}) => {
    fingerprint.say(text);
    writeParagraph(document, root, kind, text, style);
  };
  write('H1', reviewTitle(page), { font: 'strong', size: 20 });
  for (const [label, value] of file.heading) write('P', `${label} : ${value}`);
  for (const { title, definition, lines } of page.sections) {
    if (document.y > document.page.height - PDF_MARGIN - ROOM_FOR_A_TABLE) document.addPage();
    write('H2', title, { font: 'strong', size: 13 });
    write('P', definition, { size: 9, color: PDF_SOFT });
    const table = [
      ['Ligne', 'Année', 'Année précédente', 'Évolution'],
      ...lines.map(({ label, current, previous, change }) => [label, current, previous, change]),
    ];
    drawTable(document, root, table);
    for (const text of table.flat()) fingerprint.say(text);
    document.moveDown(1);
  }
  writeFingerprint(document, root, fingerprint);
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
