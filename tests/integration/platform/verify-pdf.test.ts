import { expect, test } from 'vitest';
import { DocumentFingerprint } from '#platform/pdf/document-fingerprint.ts';
import {
  finishPdf,
  PDF_MARGIN,
  taggedPdf,
  writeFingerprint,
  writeParagraph,
  type Pdf,
} from '#platform/pdf/tagged-pdf.ts';
import { verifyPdf } from '#platform/pdf/verify-pdf.ts';

interface Sheet {
  said: string[];
  /** What is written, where it is not what was said. */
  written?: string[];
  after?: (document: Pdf) => void;
}

async function pdfOf(sheets: Sheet[]): Promise<Uint8Array> {
  const document = taggedPdf({ title: 'Suivi', author: 'Chloé Martel' });
  for (const { said, written = said, after } of sheets) {
    document.addPage();
    const root = document.struct('Document');
    document.addStructure(root);
    const fingerprint = new DocumentFingerprint();
    for (const text of said) fingerprint.say(text);
    for (const text of written) writeParagraph(document, root, 'P', text);
    writeFingerprint(document, root, fingerprint);
    root.end();
    after?.(document);
  }
  const pieces: Uint8Array[] = [];
  await finishPdf(document, async (piece) => {
    pieces.push(piece);
  });
  return Buffer.concat(pieces);
}

const LONG = 'Une phrase qui ne tient pas sur une ligne, ni même sur deux. '.repeat(12);
const HARD = ['Effectif affecté : 1\u202f234 — « œuvre », 12,5\u00a0%', 'Szymon Krzyżanowski, Łódź, Đorđe, 東京', LONG];

test('a document says its own fingerprint, however its lines break, sheet by sheet', async () => {
  const found = await verifyPdf(await pdfOf([{ said: HARD }, { said: ['Non commencés : 2'] }]));
  expect(found).toMatchObject({ outcome: 'intact', title: 'Suivi' });
  expect(new Set(found.outcome === 'intact' ? found.fingerprints : []).size).toBe(2);
});

test('a text that runs over two pages is one text', async () => {
  const said = Array.from({ length: 40 }, (_, place) => `${place} ${LONG}`);
  expect(await verifyPdf(await pdfOf([{ said }]))).toMatchObject({ outcome: 'intact' });
});

test('a figure that was changed, taken away or added is told', async () => {
  const said = ['Achevés : 12', 'Restants : 3'];
  for (const written of [['Achevés : 13', said[1]!], [said[0]!], [...said, 'Bravo']])
    expect(await verifyPdf(await pdfOf([{ said, written }])), written.join()).toMatchObject({ outcome: 'altered' });
  const writeOver = (document: Pdf) => void document.text('Achevés : 15', PDF_MARGIN, 300);
  expect(await verifyPdf(await pdfOf([{ said, after: writeOver }]))).toMatchObject({ outcome: 'unsigned-text' });
  const asArtifact = (document: Pdf) => {
    document.markContent('Artifact', { type: 'Pagination' });
    document.text('Achevés : 15', PDF_MARGIN, 300);
    document.endMarkedContent();
  };
  expect(await verifyPdf(await pdfOf([{ said, after: asArtifact }]))).toMatchObject({ outcome: 'unsigned-text' });
});

test('what is no document of ours is said to be none', async () => {
  const plain = taggedPdf({ title: 'Autre', author: 'Autre' });
  plain.addPage().text('Bonjour');
  const pieces: Uint8Array[] = [];
  await finishPdf(plain, async (piece) => void pieces.push(piece));
  expect(await verifyPdf(new Uint8Array(Buffer.concat(pieces)))).toEqual({ outcome: 'no-fingerprint' });
  expect(await verifyPdf(new Uint8Array([1, 2, 3]))).toEqual({ outcome: 'unreadable' });
});
