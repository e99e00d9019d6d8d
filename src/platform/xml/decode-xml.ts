/** The text of an XML file and the encoding it was in, or the encoding that was announced and cannot be followed. */
export type DecodedXml =
  { kind: 'text'; text: string; encoding: string; isGuessed: boolean } | { kind: 'unreadable'; encoding: string };

/** Encodings by the names that XML declarations give them; the browsers' reading of Latin-1 is windows-1252, which contains it. */
const DECODERS: Record<string, string> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  'iso_8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'latin-1': 'windows-1252',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
  'iso-8859-15': 'iso-8859-15',
};

/** Read from the bytes themselves: whoever announces UTF-16 in letters of one byte does not write in UTF-16. */
const WIDE = new Set(['utf-16', 'utf16', 'utf-16le', 'utf-16be', 'unicode', 'ucs-2', 'iso-10646-ucs-2']);

/** Decodes by the mark, else by the declaration, else as UTF-8; what then is not UTF-8 is taken for windows-1252 and `isGuessed`. */
export function decodeXml(bytes: Uint8Array): DecodedXml {
  const marked = encodingByMark(bytes);
  if (marked) return decodedAs(bytes, marked) ?? { kind: 'unreadable', encoding: marked };
  const announced = announcedEncoding(bytes);
  const decoder = announced === null || WIDE.has(announced) ? 'utf-8' : DECODERS[announced];
  if (decoder === undefined) return { kind: 'unreadable', encoding: announced! };
  const decoded = decodedAs(bytes, decoder);
  if (decoded) return { ...decoded, isGuessed: announced !== null && WIDE.has(announced) };
  const guessed = decodedAs(bytes, 'windows-1252');
  return guessed ? { ...guessed, isGuessed: true } : { kind: 'unreadable', encoding: decoder };
}

function encodingByMark(bytes: Uint8Array): string | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Without a mark, the first character tells: a manifest begins with « < ».
  if (first === 0x3c && second === 0 && third !== 0 && fourth === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c && third === 0 && fourth !== 0) return 'utf-16be';
  return null;
}

const DECLARATION_BYTES = 200;

function announcedEncoding(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, DECLARATION_BYTES));
  const declaration = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']/i.exec(start);
  return declaration?.[1] ? declaration[1].trim().toLowerCase() : null;
}

function decodedAs(bytes: Uint8Array, encoding: string): Extract<DecodedXml, { kind: 'text' }> | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return { kind: 'text', text, encoding, isGuessed: false };
  } catch {
    return null;
  }
}
