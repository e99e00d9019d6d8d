import { writeCsv } from '#features/follow-up/exports/csv-export.ts';
import type { ExportDocument } from '#features/follow-up/exports/export-document.ts';

/** The review as French spreadsheets read it: a hundred lines, so in one piece. */
export async function reviewCsv(document: ExportDocument): Promise<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let text = '';
  await writeCsv(document, async (chunk) => {
    text += decoder.decode(chunk, { stream: true });
  });
  return text;
}
