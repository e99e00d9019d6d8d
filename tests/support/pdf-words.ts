import { extractText, getDocumentProxy } from 'unpdf';

/** The text of a PDF as another program reads it, page after page. */
export async function pdfWords(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }), {
    mergePages: false,
  });
  return text.join('\n');
}
