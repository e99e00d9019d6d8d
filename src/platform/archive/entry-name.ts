import { crc32 } from 'node:zlib';
import type { Entry } from 'yauzl';

const UTF8_FLAG = 0x800;
const UNICODE_PATH = 0x7075;
/** The upper half of CP437, in which names are written that say nothing of their encoding. */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀' +
  'αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/** The name of an entry as text. Many programs write UTF-8 without saying so: what can be read as such is. */
export function entryName(entry: Pick<Entry, 'generalPurposeBitFlag' | 'extraFields'>, raw: Buffer): string {
  const isFlagged = (entry.generalPurposeBitFlag & UTF8_FLAG) !== 0;
  const field = isFlagged ? null : unicodePath(entry, raw);
  return field ?? utf8(raw) ?? cp437(raw);
}

/** The name in UTF-8 that some programs put beside the other, as long as it is of that very name. */
function unicodePath({ extraFields }: Pick<Entry, 'extraFields'>, raw: Buffer): string | null {
  const data = extraFields.find(({ id }) => id === UNICODE_PATH)?.data;
  if (!data || data.length < 6 || data[0] !== 1 || data.readUInt32LE(1) !== crc32(raw)) return null;
  return utf8(data.subarray(5));
}

function utf8(raw: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    return null;
  }
}

function cp437(raw: Buffer): string {
  return Array.from(raw, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : CP437[byte - 0x80]!)).join('');
}
