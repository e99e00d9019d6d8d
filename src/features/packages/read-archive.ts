import { planEntryNames } from '#domain/packaging/entry-names.ts';
import { NOWHERE, type Finding } from '#domain/packaging/finding.ts';
import type { PackageManifest } from '#domain/packaging/manifest.ts';
import { readManifest } from '#domain/packaging/manifest/read-manifest.ts';
import type { ArchiveEntry, OpenedArchive } from '#platform/archive/open-archive.ts';
import type { ArchiveLimits } from '#platform/archive/archive-limits.ts';
import { parseXml } from '#platform/xml/parse-xml.ts';
import { findManifest } from './find-manifest.ts';

/** A file to keep, and where it belongs in its package. */
export interface FileToKeep {
  path: string;
  entry: ArchiveEntry;
}

export type ReadArchive =
  | { kind: 'read'; manifest: PackageManifest; findings: Finding[]; files: FileToKeep[] }
  | { kind: 'refused'; findings: Finding[] };

/** What a package says of itself, from its directory and its manifest: nothing else is unpacked. Throws ArchiveFault. */
export async function readArchive(archive: OpenedArchive, limits: ArchiveLimits): Promise<ReadArchive> {
  const names = planEntryNames(
    archive.entries.map(({ name }) => name),
    limits,
  );
  if (names.findings.length > 0) return { kind: 'refused', findings: names.findings };
  const files = archive.entries.flatMap((entry, place): FileToKeep[] => {
    const path = names.paths[place];
    return typeof path === 'string' ? [{ path, entry }] : [];
  });
  const paths = files.map(({ path }) => path);
  const found = findManifest(paths);
  if (found.kind === 'none') return { kind: 'refused', findings: [found.finding] };

  const leftovers = names.leftovers.length > 0 ? [leftoversFinding(names.leftovers)] : [];
  const before = [...found.findings, ...leftovers];
  const bytes = await manifestBytes(
    archive,
    files.find(({ path }) => path === found.path)!,
  );
  if (!bytes) return { kind: 'refused', findings: [tooLong(found.path), ...before] };
  const xml = parseXml(bytes);
  if (xml.kind === 'refused')
    return { kind: 'refused', findings: [{ ...xml.finding, place: placedIn(xml.finding, found.path) }, ...before] };
  const { manifest, findings } = readManifest(xml.root, { folder: found.folder, files: paths });
  const all = [
    ...[...findings, ...xml.findings].map((finding) => ({ ...finding, place: placedIn(finding, found.path) })),
    ...before,
  ];
  return manifest ? { kind: 'read', manifest, findings: all, files } : { kind: 'refused', findings: all };
}

/** A finding that says a line speaks of the manifest. */
function placedIn({ place }: Finding, path: string): Finding['place'] {
  return place.file === null && place.line !== null ? { ...place, file: path } : place;
}

const MAX_MANIFEST_BYTES = 10_000_000;

async function manifestBytes(archive: OpenedArchive, { entry }: FileToKeep): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of archive.read(entry)) {
    size += piece.length;
    if (size > MAX_MANIFEST_BYTES) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function tooLong(path: string): Finding {
  const message =
    'Le manifeste dépasse 10 Mo : ce n’est pas celui d’un paquet ordinaire. Demandez une archive refaite.';
  return { severity: 'refused', message, place: { ...NOWHERE, file: path } };
}

function leftoversFinding(leftovers: readonly string[]): Finding {
  const count = leftovers.length;
  const what = count === 1 ? 'Un fichier ajouté' : `${count} fichiers ajoutés`;
  const message = `${what} par le système de qui a fait l’archive (macOS ou Windows) : laissé${count === 1 ? '' : 's'} de côté, rien n’est à faire.`;
  return { severity: 'unusual', message, place: { ...NOWHERE, file: leftovers[0]! } };
}
