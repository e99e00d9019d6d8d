/** An address of a manifest, resolved inside its package; or why it leads elsewhere. */
export type Address =
  | { kind: 'inside'; path: string; suffix: string; hasBackslash: boolean }
  | { kind: 'script' | 'data' | 'external' | 'absolute' | 'outside' | 'control' };

/** What a browser throws away inside an address, so that « java script: » with a tab is a script. */
const IGNORED = /[\t\n\r]/g;
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;

/**
 * Resolves an address against a base. Both end before `?` and `#`; what follows in the address is its suffix. `path` starts from
 * the folder of the manifest and is as written, percent signs included.
 */
export function readAddress(base: string, written: string): Address {
  const trimmed = written.replace(IGNORED, '').trim();
  if (/\p{Cc}/u.test(trimmed)) return { kind: 'control' };
  const cut = trimmed.search(/[?#]/);
  const place = cut < 0 ? trimmed : trimmed.slice(0, cut);
  const suffix = cut < 0 ? '' : trimmed.slice(cut);
  const slashed = place.replaceAll('\\', '/');
  const elsewhere = elsewhereOf(slashed);
  if (elsewhere) return { kind: elsewhere };
  const path = joined(base, slashed);
  return path === null ? { kind: 'outside' } : { kind: 'inside', path, suffix, hasBackslash: slashed !== place };
}

function elsewhereOf(place: string): 'script' | 'data' | 'external' | 'absolute' | null {
  const scheme = SCHEME.exec(place)?.[1]?.toLowerCase();
  if (scheme === 'javascript' || scheme === 'vbscript') return 'script';
  if (scheme === 'data' || scheme === 'blob') return 'data';
  if (scheme !== undefined || place.startsWith('//')) return 'external';
  return place.startsWith('/') ? 'absolute' : null;
}

/** Null when it leaves the folder, in whatever spelling of two dots. */
function joined(base: string, place: string): string | null {
  const parts = base.split('/').slice(0, -1);
  for (const part of place.split('/')) {
    const plain = decodedFully(part);
    if (/[/\\]/.test(plain) && plain.split(/[/\\]/).includes('..')) return null;
    if (plain === '..') {
      if (parts.pop() === undefined) return null;
    } else if (plain !== '.') parts.push(part);
  }
  return parts
    .join('/')
    .replace(/\/{2,}/g, '/')
    .replace(/^\/+/, '');
}

function decodedFully(part: string): string {
  let decoded = part;
  for (let turn = 0; turn < 4; turn += 1) {
    const next = decoded.replace(/%(2e|2f|5c|25)/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
    if (next === decoded) break;
    decoded = next;
  }
  return decoded;
}
