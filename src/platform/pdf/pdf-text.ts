/**
 * Text as the fonts of our documents can write it: they are of western Europe, without the narrow no-break space. A letter that
 * they lack is written without its accent (« Krzyzanowski »), and as « ? » when nothing is left of it.
 */
export function pdfText(text: string): string {
  return text.replaceAll('\u202f', '\u00a0').replace(LACKING, (letter) => {
    const plain = BARRED[letter] ?? letter.normalize('NFKD').replace(/\p{M}/gu, '');
    return plain.replace(LACKING, '') || '?';
  });
}

// The subset « latin » of the fonts, and line ends.
const LACKING =
  /[^\n\r\t\u0020-\u007e\u00a0-\u00ff\u0131\u0152\u0153\u02bb\u02bc\u02c6\u02da\u02dc\u2000-\u206f\u20ac\u2122\u2191\u2193\u2212\u2215]/gu;

/** Letters that no decomposition makes plain. */
const BARRED: Record<string, string> = { ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ħ: 'h', Ħ: 'H', ŧ: 't', Ŧ: 'T' };
