import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Finding } from '#domain/packaging/finding.ts';
import type { PackageManifest } from '#domain/packaging/manifest.ts';
import type { Instant } from '#domain/time/instant.ts';
import { ArchiveFault } from '#platform/archive/archive-fault.ts';
import type { ArchiveLimits } from '#platform/archive/archive-limits.ts';
import { openArchive, type OpenedArchive } from '#platform/archive/open-archive.ts';
import { newId } from '#platform/ids.ts';
import { archiveFinding } from './archive-words.ts';
import { storeFolder } from './package-store.ts';
import { readArchive } from './read-archive.ts';
import { deliveryHash, findDeliveryByHash, recordDelivery } from './record-delivery.ts';
import { keepStaged, stageFiles } from './stage-files.ts';

export interface ImportDeps {
  db: Kysely<Database>;
  dataFolder: string;
  limits: ArchiveLimits;
}

export interface PackageToImport {
  /** A person's id; null for the command line. */
  by: string | null;
  at: Instant;
  /** As whoever sent it named it. */
  fileName: string;
  requestId?: string | null;
  onProgress?: (share: number) => void;
}

export type ImportResult =
  | { kind: 'kept'; deliveryId: string; manifest: PackageManifest; findings: Finding[]; fileCount: number }
  /** The same files are here already: nothing was written. */
  | { kind: 'known'; deliveryId: string; manifest: PackageManifest; findings: Finding[]; fileCount: number }
  | { kind: 'refused'; findings: Finding[] };

/** Reads a package and keeps it whole; or says why not, and then nothing of it remains. */
export async function importPackage(deps: ImportDeps, zipPath: string, sent: PackageToImport): Promise<ImportResult> {
  let archive: OpenedArchive | null = null;
  try {
    archive = await openArchive(zipPath, deps.limits);
    return await importArchive(deps, archive, sent);
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error;
    return { kind: 'refused', findings: [archiveFinding(error, deps.limits)] };
  } finally {
    archive?.close();
  }
}

/** Unpacking is most of the work. */
const STAGED_SHARE = 0.85;
const KEPT_SHARE = 0.95;

async function importArchive(
  { db, dataFolder, limits }: ImportDeps,
  archive: OpenedArchive,
  { by, at, fileName, requestId = null, onProgress = () => {} }: PackageToImport,
): Promise<ImportResult> {
  const read = await readArchive(archive, limits);
  if (read.kind === 'refused') return read;
  const { manifest, findings } = read;
  const staging = join(storeFolder(dataFolder), 'staging', newId());
  try {
    const files = await stageFiles(archive, read.files, staging, (share) => onProgress(share * STAGED_SHARE));
    const told = { manifest, findings, fileCount: files.length };
    const known = await findDeliveryByHash(db, deliveryHash(files));
    if (known !== null) return { kind: 'known', deliveryId: known, ...told };
    await keepStaged(dataFolder, files);
    onProgress(KEPT_SHARE);
    const { kind, deliveryId } = await recordDelivery(
      db,
      { by, at, requestId },
      { fileName: shownFileName(fileName), manifest, findings, files },
    );
    return { kind, deliveryId, ...told };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** The last part of a name, as a browser or a shell gives it, without what does not show. */
export function shownFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1)!.replace(/\p{C}/gu, '').trim();
  return last === '' ? 'paquet sans nom' : last.slice(-100);
}
