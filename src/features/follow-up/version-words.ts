import type { CompletedVersion } from './person-facts-queries.ts';

/** « en vigueur », or which modules were completed in a version that a later edition has replaced; null when there is none. */
export function versionWords(versions: readonly CompletedVersion[]): string | null {
  if (versions.length === 0) return null;
  const earlier = versions.filter(({ isEarlier }) => isEarlier).map(({ code }) => code.toUpperCase());
  return earlier.length === 0 ? 'en vigueur' : `version antérieure (${earlier.join(', ')})`;
}

/** « M1 1.0, M2 2.1 (antérieure) »: edition and revision of each module. */
export function versionNumbers(versions: readonly CompletedVersion[]): string {
  return versions
    .map(({ code, edition, revision, isEarlier }) => {
      const number = `${code.toUpperCase()} ${edition}.${revision}`;
      return isEarlier ? `${number} (version antérieure)` : number;
    })
    .join(', ');
}
