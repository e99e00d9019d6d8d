import { isAscii, isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import type { Encoding } from './encoding-names.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** A file of which the encoding is known. It is read piece by piece, several times if need be, and never held whole. */
export interface TextFile {
  path: string;
  encoding: Encoding;
  /** Where its text begins, behind the mark. */
  start: number;
  size: number;
}

const NEW_LINE = 0x0a;
const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8-mark', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** Where UTF-16 without a mark shows by its NULs. */
const LOOKED_AT_BYTES = 4000;
const PIECE_IN_BYTES = 64 * 1024;

/**
 * How a file is encoded: by its mark, by the NULs of UTF-16, by what only UTF-8 can be, else Windows-1252.
 * @param size its bytes; at least one
 */
export async function openText(path: string, size: number): Promise<TextFile> {
  const { opening, nulLine, lastLine, brokenLine, isCut, isAsciiOnly } = await scan(path);
  const marked = MARKS.find(([, mark]) => mark.every((byte, place) => opening[place] === byte));
  const open = (encoding: Encoding): TextFile => ({ path, encoding, start: marked?.[1].length ?? 0, size });
  const encoding = marked?.[0] ?? wideEncoding(opening);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return open(encoding);
  if (nulLine !== null)
    throw new UnreadableFile(
      `La ligne ${nulLine} contient un octet nul, qui n’est pas du texte : le fichier est abîmé, ou n’est pas un CSV. Exportez-le de nouveau en « CSV UTF-8 ».`,
    );
  if (brokenLine === null && !isCut) return open(encoding ?? 'utf-8');
  if (brokenLine === null && !isAsciiOnly)
    throw new UnreadableFile(
      `Le fichier s’arrête au milieu d’une lettre, à la ligne ${lastLine} : il a été coupé. Exportez-le ou envoyez-le de nouveau.`,
    );
  if (encoding === 'utf-8-mark')
    throw new UnreadableFile(
      `Le fichier s’annonce en UTF-8, mais la ligne ${brokenLine} est écrite dans un autre encodage. Enregistrez-le tout entier en « CSV UTF-8 ».`,
    );
  return open('windows-1252');
}

/** What a file is made of, were it UTF-8. */
async function scan(path: string) {
  const found = { nulLine: null as number | null, brokenLine: null as number | null, isAsciiOnly: true };
  let opening = Buffer.alloc(0);
  let lastLine = 1;
  /** The beginning of a letter of which the rest comes with the next piece. */
  let begun = Buffer.alloc(0);
  for await (const piece of createReadStream(path, { highWaterMark: PIECE_IN_BYTES }) as AsyncIterable<Buffer>) {
    if (opening.length < LOOKED_AT_BYTES) opening = Buffer.concat([opening, piece]).subarray(0, LOOKED_AT_BYTES);
    const nul = found.nulLine === null ? piece.indexOf(0) : -1;
    if (nul !== -1) found.nulLine = lastLine + linesIn(piece.subarray(0, nul));
    const bytes = begun.length === 0 ? piece : Buffer.concat([begun, piece]);
    const letters = bytes.subarray(0, bytes.length - begunLetter(bytes));
    begun = Buffer.from(bytes.subarray(letters.length));
    found.isAsciiOnly &&= isAscii(letters);
    if (found.brokenLine === null && !isUtf8(letters)) found.brokenLine = lastLine + linesBeforeBroken(letters);
    lastLine += linesIn(piece);
  }
  return { ...found, opening, lastLine, isCut: begun.length > 0 };
}

function wideEncoding(opening: Buffer): Encoding | null {
  const nuls = [0, 0];
  for (const [place, byte] of opening.entries()) if (byte === 0) nuls[place % 2]! += 1;
  const [even, odd] = nuls as [number, number];
  const most = opening.length / 4;
  if (odd > most && even < odd / 10) return 'utf-16le';
  if (even > most && odd < even / 10) return 'utf-16be';
  return null;
}

/** How many bytes at the end begin a letter of UTF-8 without finishing it. */
function begunLetter(bytes: Buffer): number {
  for (let count = 1; count <= Math.min(3, bytes.length); count += 1) {
    const lead = bytes[bytes.length - count]!;
    if (lead >= 0x80 && lead < 0xc0) continue;
    const length = lead < 0xc2 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 1;
    return count < length ? count : 0;
  }
  return 0;
}

function linesBeforeBroken(bytes: Buffer): number {
  let line = 0;
  for (let from = 0; from < bytes.length; line += 1) {
    const next = bytes.indexOf(NEW_LINE, from);
    const end = next === -1 ? bytes.length : next;
    if (!isUtf8(bytes.subarray(from, end))) return line;
    from = end + 1;
  }
  return line;
}

function linesIn(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(NEW_LINE); at !== -1; at = bytes.indexOf(NEW_LINE, at + 1)) lines += 1;
  return lines;
}

/** The text in UTF-8 without its mark, piece by piece. Throws UnreadableFile. */
export async function* asUtf8({ path, encoding, start }: TextFile): AsyncGenerator<Buffer> {
  const isAlready = encoding === 'utf-8' || encoding === 'utf-8-mark';
  const decoder = isAlready ? null : new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  for await (const piece of createReadStream(path, { start, highWaterMark: PIECE_IN_BYTES }) as AsyncIterable<Buffer>)
    yield decoder ? decoded(() => decoder.decode(piece, { stream: true })) : piece;
  if (decoder) yield decoded(() => decoder.decode());
}

function decoded(decode: () => string): Buffer {
  try {
    return Buffer.from(decode());
  } catch {
    throw new UnreadableFile(
      'Le fichier est en UTF-16, et s’arrête au milieu d’une lettre ou contient un caractère impossible : il a été coupé ou abîmé. Exportez-le de nouveau en « CSV UTF-8 ».',
    );
  }
}
