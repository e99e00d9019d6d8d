import { NOWHERE, type Finding } from '#domain/packaging/finding.ts';
import type { ArchiveFault, FaultKind } from '#platform/archive/archive-fault.ts';
import type { ArchiveLimits } from '#platform/archive/archive-limits.ts';

const french = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 });
const megabytes = (bytes: number): string => `${french.format(bytes / 1_000_000)} Mo`;

const REDONE = 'Demandez une archive refaite à qui l’a faite.';

const SENTENCES: Record<FaultKind, (limits: ArchiveLimits) => string> = {
  'not-an-archive': () => 'Ce fichier n’est pas une archive zip : choisissez le paquet tel qu’il a été livré.',
  truncated: () => 'L’archive est coupée : il en manque la fin. Copiez-la ou téléchargez-la de nouveau.',
  damaged: () => 'L’archive est abîmée : son contenu ne peut pas être lu. Copiez-la ou téléchargez-la de nouveau.',
  'several-disks': () => 'L’archive est en plusieurs morceaux : demandez-la en un seul fichier.',
  'too-heavy': ({ packedBytes }) =>
    `L’archive dépasse ${megabytes(packedBytes)} : demandez des vidéos plus légères, ou le relèvement de REPERES_PACKAGE_MAX_PACKED_MB.`,
  'too-many-entries': ({ entries }) =>
    `L’archive a plus de ${french.format(entries)} fichiers : ce n’est pas un paquet ordinaire. Au besoin, l’administrateur relève REPERES_PACKAGE_MAX_ENTRIES.`,
  encrypted: () => 'L’archive est protégée par un mot de passe : demandez-la sans mot de passe.',
  'special-file': () =>
    `Ce nom est un lien ou un fichier spécial, qui pourrait mener hors du paquet : l’archive est refusée. ${REDONE}`,
  'unknown-compression': () => `Ce fichier est compressé d’une manière que Repères ne lit pas. ${REDONE}`,
  overlapping: () =>
    'Des fichiers de l’archive se recouvrent : c’est la marque d’une archive piégée. Elle est refusée, rien n’en est gardé.',
  'lying-size': () =>
    'Ce fichier n’a pas la taille que l’archive annonce : c’est la marque d’une archive piégée ou abîmée. Elle est refusée.',
  'wrong-checksum': () =>
    'Le contenu de ce fichier n’est plus celui qui a été mis dans l’archive : elle est abîmée. Copiez-la ou téléchargez-la de nouveau.',
  'too-large': ({ unpackedBytes }) =>
    `Une fois décompressée, l’archive dépasse ${megabytes(unpackedBytes)}. Au besoin, l’administrateur relève REPERES_PACKAGE_MAX_UNPACKED_MB.`,
  bomb: ({ ratio }) =>
    `Décompressée, l’archive serait plus de ${french.format(ratio)} fois plus grosse : c’est la marque d’une archive piégée. Elle est refusée.`,
};

/** Why an archive is refused, as the doctor says it. */
export function archiveFinding({ kind, entry }: ArchiveFault, limits: ArchiveLimits): Finding {
  const file = entry === null ? null : entry.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\u{fffd}').slice(0, 120);
  return { severity: 'refused', message: SENTENCES[kind](limits), place: { ...NOWHERE, file } };
}
