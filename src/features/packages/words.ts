import type { Finding } from '#domain/packaging/finding.ts';
import type { PackageStandard } from '#domain/packaging/manifest.ts';

export const STANDARD_WORDS: Record<PackageStandard, string> = {
  scorm12: 'SCORM 1.2',
  'scorm2004-2': 'SCORM 2004, 2e édition',
  'scorm2004-3': 'SCORM 2004, 3e édition',
  'scorm2004-4': 'SCORM 2004, 4e édition',
};

export const SEVERITY_TITLES: Record<Finding['severity'], string> = {
  refused: 'Ce qui empêche de le garder',
  wrong: 'Ce qui n’est pas conforme',
  unusual: 'Ce qui est seulement inhabituel',
};

const french = new Intl.NumberFormat('fr-FR');
const oneDecimal = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });

/** « 1 fichier », « 12 fichiers »; zero is singular in French. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${french.format(count)} ${count < 2 ? one : several}`;
}

/** « 12,4 Mo ». */
export function weightWords(bytes: number): string {
  if (bytes < 1000) return `${french.format(bytes)} octets`;
  if (bytes < 1_000_000) return `${french.format(Math.round(bytes / 1000))} ko`;
  return `${oneDecimal.format(bytes / 1_000_000)} Mo`;
}

/** Where a finding is: « imsmanifest.xml, ligne 12, élément item ». */
export function placeWords({ place }: Finding): string | null {
  const parts = [
    place.file,
    place.line === null ? null : `ligne ${place.line}`,
    place.element === null ? null : `élément ${place.element}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}
