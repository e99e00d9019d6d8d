const BLOCK_END = /<\/(?:p|li|td|th|tr|h[2-4]|pre|blockquote)>|<br>/g;
const TAG = /<(?:"[^"]*"|[^">])*>/g;

/** The words of some HTML that the compiler has made, on one line. */
export function textOfHtml(html: string): string {
  return html
    .replace(BLOCK_END, ' ')
    .replace(TAG, '')
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/[ \n\t]+/g, ' ')
    .trim();
}
