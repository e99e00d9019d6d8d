import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { PDF_FINGERPRINT_LABEL, type DocumentFingerprint } from './document-fingerprint.ts';
import { pdfText } from './pdf-text.ts';

export type Pdf = PDFKit.PDFDocument;
type Structure = PDFKit.PDFStructureElement;

/** In points. */
export const PDF_MARGIN = 48;
/** Of the text, in points. */
export const PDF_WIDTH = 595.28 - 2 * PDF_MARGIN;
export const PDF_INK = '#1a2529';
export const PDF_SOFT = '#4f5c62';
export const PDF_ACCENT = '#17566a';

const font = (weight: 400 | 600) =>
  createRequire(import.meta.url).resolve(
    `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${weight}-normal.woff`,
  );

/** An empty A4 document in French, tagged so that a screen reader reads it in order; its fonts are `text` and `strong`. */
export function taggedPdf({ title, author }: { title: string; author: string }): Pdf {
  const document = new PDFDocument({
    size: 'A4',
    margin: PDF_MARGIN,
    tagged: true,
    pdfVersion: '1.7',
    lang: 'fr',
    displayTitle: true,
    autoFirstPage: false,
    bufferPages: true,
    info: { Title: title, Author: author },
  });
  document.registerFont('text', font(400));
  document.registerFont('strong', font(600));
  return document;
}

export interface PdfTextStyle {
  font?: 'text' | 'strong';
  /** In points. */
  size?: number;
  color?: string;
  /** From the margin, in points. */
  indent?: number;
}

/** Writes a paragraph or a heading (`P`, `H1`, `H2`) below what is there. */
export function writeParagraph(document: Pdf, root: Structure, kind: string, text: string, style: PdfTextStyle = {}) {
  const indent = style.indent ?? 0;
  root.add(
    document.struct(kind, {}, () => {
      document
        .font(style.font ?? 'text')
        .fontSize(style.size ?? 10.5)
        .fillColor(style.color ?? PDF_INK)
        .text(pdfText(text), PDF_MARGIN + indent, document.y, { width: PDF_WIDTH - indent, lineGap: 2 });
      document.moveDown(0.4);
    }),
  );
}

/** Writes the fingerprint of what was said, small, below it. */
export function writeFingerprint(document: Pdf, root: Structure, fingerprint: DocumentFingerprint): void {
  const text = `${PDF_FINGERPRINT_LABEL} : ${fingerprint.end()}`;
  writeParagraph(document, root, 'P', text, { size: 8, color: PDF_SOFT });
}

/** Writes « Page 1 / 3 » at the foot of each page, and hands over the document. */
export async function finishPdf(document: Pdf, emit: (piece: Uint8Array) => Promise<void>): Promise<void> {
  const { start, count } = document.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    document.switchToPage(page);
    writePageNumber(document, `Page ${page - start + 1} / ${count}`);
  }
  document.end();
  for await (const piece of document as unknown as AsyncIterable<Uint8Array>) await emit(piece);
}

function writePageNumber(document: Pdf, text: string): void {
  // Below the margin, where the library would otherwise begin another page.
  document.page.margins.bottom = 0;
  document.markContent('Artifact', { type: 'Pagination' });
  document
    .font('text')
    .fontSize(8)
    .fillColor(PDF_SOFT)
    .text(text, PDF_MARGIN, document.page.height - PDF_MARGIN - 10, {
      width: PDF_WIDTH,
      align: 'right',
      lineBreak: false,
    });
  document.endMarkedContent();
}
