/** How a file of the archive answers to an address. */
export type FoundFile = { kind: 'exact' | 'decoded' | 'case'; path: string } | { kind: 'missing' };

export interface PackageFiles {
  find(folder: string, address: string): FoundFile;
}

/** The files of an archive, found by the addresses of its manifest: exactly, by percent-decoding, then whatever the case. */
export function packageFiles(paths: readonly string[]): PackageFiles {
  const exact = new Set(paths);
  const byCase = new Map(paths.map((path) => [caseless(path), path]));
  return {
    find(folder, address) {
      const written = folder + address.normalize('NFC');
      const decoded = folder + percentDecoded(address).normalize('NFC');
      if (decoded !== written && exact.has(decoded)) return { kind: 'decoded', path: decoded };
      if (exact.has(written)) return { kind: 'exact', path: written };
      const alike = byCase.get(caseless(decoded)) ?? byCase.get(caseless(written));
      return alike === undefined ? { kind: 'missing' } : { kind: 'case', path: alike };
    },
  };
}

const caseless = (path: string): string => path.toLowerCase().toUpperCase().normalize('NFC');

function percentDecoded(address: string): string {
  if (!address.includes('%')) return address;
  try {
    return decodeURIComponent(address);
  } catch {
    // Not UTF-8, or a lone percent sign: as written.
    return address;
  }
}
