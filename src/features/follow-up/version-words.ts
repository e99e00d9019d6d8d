import type { CompletedVersion } from './person-facts-queries.ts';

/** « M1 1.0, M2 2.1 (antérieure) »: edition and revision of each module. */
export function versionNumbers(versions: readonly CompletedVersion[]): string {
  return versions
    .map(({ code, edition, revision, isEarlier }) => {
      const number = `${code.toUpperCase()} ${edition}.${revision}`;
      return isEarlier ? `${number} (version antérieure)` : number;
    })
    .join(', ');
}
