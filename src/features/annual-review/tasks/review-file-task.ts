import type { Instant } from '#domain/time/instant.ts';
import type { ExportFormat } from '#features/follow-up/export-formats.ts';
import { writeList } from '#features/follow-up/exports/write-list.ts';
import type { Task } from '#platform/tasks/task.ts';
import type { ReviewPage } from '../load-review-page.ts';
import { reviewDocument } from '../review-document.ts';

export interface ReviewFileRequest {
  page: ReviewPage;
  format: ExportFormat;
  /** As the file names them. */
  author: string;
  preparedAt: Instant;
}

/** Writes the review as a file: its figures are those of the page that is given. */
export const reviewFileTask: Task<ReviewFileRequest, void> = {
  name: 'annual-review/file',
  lane: 'long',
  async run({ page, format, author, preparedAt }, { emit }) {
    const document = reviewDocument(page, author, preparedAt);
    if (format !== 'pdf') {
      await writeList(document, format, emit);
      return;
    }
    // Loaded when first used: the server's own thread knows this task, and would be held while it reads what writes PDF.
    const { writeReviewPdf } = await import('../review-pdf.ts');
    await writeReviewPdf(page, document, emit);
  },
};
