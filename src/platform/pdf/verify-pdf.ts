import { getDocumentProxy } from 'unpdf';
import { DocumentFingerprint, PDF_FINGERPRINT_LABEL, withoutSpaces } from './document-fingerprint.ts';

export type VerifyPdfResult =
  | { outcome: 'intact'; fingerprints: string[]; title: string }
  | { outcome: 'altered'; stated: string; found: string }
  /** Text that no fingerprint follows. */
  | { outcome: 'unsigned-text'; text: string }
  | { outcome: 'no-fingerprint' }
  | { outcome: 'unreadable' };

/** Recomputes each fingerprint of a PDF from what its pages show. A picture is not read: the figures beside it are. */
export async function verifyPdf(bytes: Uint8Array): Promise<VerifyPdfResult> {
  let read: { title: string; text: string };
  try {
    read = await readPdf(bytes);
  } catch {
    return { outcome: 'unreadable' };
  }
  const fingerprints: string[] = [];
  let from = 0;
  for (const match of read.text.matchAll(STATED)) {
    const fingerprint = new DocumentFingerprint();
    fingerprint.say(read.text.slice(from, match.index));
    const [stated, found] = [match[1]!, fingerprint.end()];
    if (found !== stated) return { outcome: 'altered', stated, found };
    fingerprints.push(stated);
    from = match.index + match[0].length;
  }
  if (fingerprints.length === 0) return { outcome: 'no-fingerprint' };
  const rest = read.text.slice(from);
  return rest === ''
    ? { outcome: 'intact', fingerprints, title: read.title }
    : { outcome: 'unsigned-text', text: rest };
}

const STATED = new RegExp(`${withoutSpaces(PDF_FINGERPRINT_LABEL)}:(sha256:[0-9a-f]{64})`, 'g');
const PAGE_NUMBER = /^Page\d+\/\d+$/;

async function readPdf(bytes: Uint8Array): Promise<{ title: string; text: string }> {
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  try {
    const { info } = await document.getMetadata();
    let text = '';
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      text += pageText((await page.getTextContent({ includeMarkedContent: true })).items);
    }
    return { title: String((info as { Title?: unknown }).Title ?? ''), text };
  } finally {
    await document.loadingTask.destroy();
  }
}

/** Everything a page shows but its number, which is of the file as a whole. */
function pageText(items: readonly (object & { str?: string; type?: string; tag?: string })[]): string {
  // Marked content may stand in marked content; what stands in none is text of the page all the same.
  const open = [{ tag: '', text: '' }];
  for (const { str, type, tag } of items) {
    if (type === 'beginMarkedContent' || type === 'beginMarkedContentProps') open.push({ tag: tag ?? '', text: '' });
    else if (type !== 'endMarkedContent') open.at(-1)!.text += withoutSpaces(str ?? '');
    else if (open.length > 1) {
      const { tag: closed, text } = open.pop()!;
      if (closed !== 'Artifact' || !PAGE_NUMBER.test(text)) open.at(-1)!.text += text;
    }
  }
  return open.map(({ text }) => text).join('');
}
