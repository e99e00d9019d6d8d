import { isUtf8 } from 'node:buffer';
import type { Encoding } from './encoding-names.ts';
import { UnreadableFile } from './unreadable-file.ts';

const NEW_LINE = 0x0a;
const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8-mark', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** Where UTF-16 without a mark shows by its NULs. */
const LOOKED_AT_BYTES = 4000;

/** How a file is encoded: by its mark, by the NULs of UTF-16, by what only UTF-8 can be, else Windows-1252. */
export function detectEncoding(bytes: Buffer): Encoding {
  const marked = MARKS.find(([, mark]) => mark.every((byte, place) => bytes[place] === byte));
  const encoding = marked?.[0] ?? wideEncoding(bytes);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return encoding;
  refuseNul(bytes);
  if (isUtf8(bytes)) return encoding ?? 'utf-8';
  if (encoding === 'utf-8-mark' || isCutCharacter(bytes)) throw brokenUtf8(bytes);
  return 'windows-1252';
}

function wideEncoding(bytes: Buffer): Encoding | null {
  const start = bytes.subarray(0, LOOKED_AT_BYTES);
  const nuls = [0, 0];
  for (const [place, byte] of start.entries()) if (byte === 0) nuls[place % 2]! += 1;
  const [even, odd] = nuls as [number, number];
  const most = start.length / 4;
  if (odd > most && even < odd / 10) return 'utf-16le';
  if (even > most && odd < even / 10) return 'utf-16be';
  return null;
}

function refuseNul(bytes: Buffer): void {
  const place = bytes.indexOf(0);
  if (place === -1) return;
  throw new UnreadableFile(
    `La ligne ${lineAt(bytes, place)} contient un octet nul, qui n’est pas du texte : le fichier est abîmé, ou n’est pas un CSV. Exportez-le de nouveau en « CSV UTF-8 ».`,
  );
}

/** True when the file is UTF-8 but for its last letter, of which bytes are missing. */
function isCutCharacter(bytes: Buffer): boolean {
  return [1, 2, 3].some((count) => {
    const [lead, ...others] = bytes.subarray(bytes.length - count);
    if (lead === undefined || lead < 0xc2) return false;
    const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    const rest = bytes.subarray(0, bytes.length - count);
    const isIncomplete = count < length && others.every((byte) => byte >= 0x80 && byte < 0xc0);
    return isIncomplete && isUtf8(rest) && rest.some((byte) => byte >= 0x80);
  });
}

function brokenUtf8(bytes: Buffer): UnreadableFile {
  if (isCutCharacter(bytes))
    return new UnreadableFile(
      `Le fichier s’arrête au milieu d’une lettre, à la ligne ${lineAt(bytes, bytes.length)} : il a été coupé. Exportez-le ou envoyez-le de nouveau.`,
    );
  return new UnreadableFile(
    `Le fichier s’annonce en UTF-8, mais la ligne ${firstBrokenLine(bytes)} est écrite dans un autre encodage. Enregistrez-le tout entier en « CSV UTF-8 ».`,
  );
}

function firstBrokenLine(bytes: Buffer): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line += 1) {
    const next = bytes.indexOf(NEW_LINE, from);
    const end = next === -1 ? bytes.length : next;
    if (!isUtf8(bytes.subarray(from, end))) return line;
    from = end + 1;
  }
  return line;
}

function lineAt(bytes: Buffer, place: number): number {
  let line = 1;
  for (let at = bytes.indexOf(NEW_LINE); at !== -1 && at < place; at = bytes.indexOf(NEW_LINE, at + 1)) line += 1;
  return line;
}

const PIECE_IN_BYTES = 64 * 1024;

/** The file in UTF-8 without its mark, piece by piece. */
export function* asUtf8(bytes: Buffer, encoding: Encoding): Generator<Buffer> {
  const mark = MARKS.find(([marked, sign]) => marked === encoding && sign.every((byte, at) => bytes[at] === byte));
  const content = bytes.subarray(mark?.[1].length ?? 0);
  const isAlready = encoding === 'utf-8' || encoding === 'utf-8-mark';
  const decoder = isAlready ? null : new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  for (let from = 0; from < content.length; from += PIECE_IN_BYTES) {
    const piece = content.subarray(from, from + PIECE_IN_BYTES);
    yield decoder ? Buffer.from(decodePiece(decoder, piece, from + PIECE_IN_BYTES < content.length)) : piece;
  }
}

function decodePiece(decoder: TextDecoder, piece: Buffer, isMoreToCome: boolean): string {
  try {
    return decoder.decode(piece, { stream: isMoreToCome });
  } catch {
    throw new UnreadableFile(
      'Le fichier est en UTF-16, et s’arrête au milieu d’une lettre ou contient un caractère impossible : il a été coupé ou abîmé. Exportez-le de nouveau en « CSV UTF-8 ».',
    );
  }
}
