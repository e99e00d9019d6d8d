export interface NameLimits {
  /** How many folders a file may be in. */
  depth: number;
  /** Of the whole name, in UTF-8. */
  nameBytes: number;
}

export type NameFault = 'empty' | 'outside' | 'absolute' | 'control' | 'long' | 'deep';

export type EntryPath = { kind: 'path'; path: string; isFolder: boolean } | { kind: 'refused'; fault: NameFault };

/** Control characters, and those that reverse the order in which a name is read. */
const CONTROL = /[\p{Cc}\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
/** What a system may take for « here » or « above »: dots and blanks alone. */
const DOTS = /^[\s.]*\.[\s.]*$/;
const DRIVE = /^[a-z]:/i;

/** The path of an entry inside its package: composed letters, slashes, without `./`; or why it has none. */
export function entryPath(name: string, { depth, nameBytes }: NameLimits): EntryPath {
  if (name === '') return refused('empty');
  if (new TextEncoder().encode(name).length > nameBytes) return refused('long');
  if (CONTROL.test(name)) return refused('control');
  for (const spelling of spellings(name)) {
    const fault = placeFault(spelling);
    if (fault) return refused(fault);
  }
  const slashed = withSlashes(name.normalize('NFC'));
  const parts = slashed.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.length - 1 > depth) return refused('deep');
  return { kind: 'path', path: parts.join('/'), isFolder: /(^|\/)\.?$/.test(slashed) };
}

const refused = (fault: NameFault): EntryPath => ({ kind: 'refused', fault });

const withSlashes = (name: string): string => name.replaceAll('\\', '/');

/**
 * A name in every way somebody might read it: as it is, with its wide letters made ordinary, and with its percent signs
 * decoded as an address is, even more than once.
 */
function* spellings(name: string): Generator<string> {
  let decoded = name;
  for (let turn = 0; turn < 4; turn += 1) {
    yield withSlashes(decoded);
    yield withSlashes(decoded.normalize('NFKC'));
    const next = percentDecoded(decoded);
    if (next === decoded) return;
    decoded = next;
  }
}

/** Only what could lead elsewhere matters here: dots, slashes, backslashes, colons, NUL and the percent sign itself. */
function percentDecoded(name: string): string {
  return name.replace(/%(2e|2f|5c|3a|00|25)/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function placeFault(name: string): NameFault | null {
  if (name.includes('\0')) return 'control';
  if (name.startsWith('/') || DRIVE.test(name)) return 'absolute';
  const isOutside = name.split('/').some((part) => part !== '.' && DOTS.test(part));
  return isOutside ? 'outside' : null;
}
