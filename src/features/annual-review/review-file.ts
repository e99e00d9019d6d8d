import type { Instant } from '#domain/time/instant.ts';
import type { ExportFormat } from '#features/follow-up/export-formats.ts';
import { listBytes } from '#features/follow-up/exports/write-list.ts';
import type { ReviewPage } from './load-review-page.ts';
import { reviewDocument } from './review-document.ts';
import { writeReviewPdf } from './review-pdf.ts';

/** The review as a whole file: a hundred lines, so in one piece. */
export async function reviewFile(
  page: ReviewPage,
  format: ExportFormat,
  { author, preparedAt }: { author: string; preparedAt: Instant },
): Promise<Uint8Array<ArrayBuffer>> {
  const document = reviewDocument(page, author, preparedAt);
  if (format !== 'pdf') return listBytes(document, format);
  const pieces: Uint8Array[] = [];
  await writeReviewPdf(page, document, async (piece) => {
    pieces.push(piece);
  });
  return new Uint8Array(Buffer.concat(pieces));
}
