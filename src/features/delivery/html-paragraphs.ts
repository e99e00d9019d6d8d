export interface HtmlParagraph {
  kind: 'H3' | 'H4' | 'P';
  text: string;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '’', nbsp: '\u00a0' };

/** The text of what the compiler wrote, paragraph by paragraph; drawings are left to their text. */
export function htmlParagraphs(html: string): HtmlParagraph[] {
  const paragraphs: HtmlParagraph[] = [];
  let kind: HtmlParagraph['kind'] = 'P';
  let text = '';
  const end = () => {
    const plain = decoded(text).replace(/\s+/g, ' ').trim();
    if (plain !== '') paragraphs.push({ kind, text: plain });
    text = '';
  };
  for (const [, tag, words] of html.matchAll(/<\/?([a-z][a-z0-9]*)\b[^>]*>|([^<]+)/g)) {
    if (words !== undefined) text += words;
    else if (!isInline(tag!)) {
      end();
      kind = /^h[23]$/.test(tag!) ? 'H3' : /^h[4-6]$/.test(tag!) ? 'H4' : 'P';
      if (tag === 'li') text = '• ';
    }
  }
  end();
  return paragraphs.filter((paragraph) => paragraph.text !== '•');
}

const INLINE = new Set(['a', 'abbr', 'b', 'br', 'cite', 'code', 'dfn', 'em', 'i', 'q', 'span', 'strong', 'sub', 'sup']);

function isInline(tag: string): boolean {
  return INLINE.has(tag);
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (whole, decimal, hexadecimal, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hexadecimal) return String.fromCodePoint(parseInt(hexadecimal as string, 16));
    return ENTITIES[name as string] ?? whole;
  });
}
