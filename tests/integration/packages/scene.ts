import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { onTestFinished } from 'vitest';
import type { Database } from '#db/schema.ts';
import type { Instant } from '#domain/time/instant.ts';
import { importPackage, type ImportResult } from '#features/packages/import-package.ts';
import type { ArchiveLimits } from '#platform/archive/archive-limits.ts';
import { LIMITS } from '#tests/support/packages/sample-packages.ts';
import { testDatabase } from '#tests/support/test-database.ts';

export const AT = '2026-11-26T09:00:00.000Z' as Instant;

export interface Scene {
  db: Kysely<Database>;
  dataFolder: string;
  bring(zip: Uint8Array, limits?: Partial<ArchiveLimits>): Promise<ImportResult>;
  /** Every file under the data folder, by path. */
  storedFiles(): Promise<string[]>;
}

/** An empty installation, into which packages are brought. */
export async function scene(): Promise<Scene> {
  const db = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'reperes-paquets-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const dataFolder = join(folder, 'donnees');
  let count = 0;
  return {
    db,
    dataFolder,
    async bring(zip, limits = {}) {
      const file = join(folder, `${(count += 1)}.zip`);
      await writeFile(file, zip);
      const deps = { db, dataFolder, limits: { ...LIMITS, ...limits } };
      return importPackage(deps, file, { by: null, at: AT, fileName: 'paquet.zip' });
    },
    async storedFiles() {
      const found = await readdir(dataFolder, { recursive: true, withFileTypes: true }).catch(() => []);
      return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    },
  };
}

/** The only sentence of a refusal, with the file it names. */
export function refusalOf(result: ImportResult): { message: string; file: string | null } {
  if (result.kind !== 'refused') throw new Error(`the package is ${result.kind}`);
  const [finding] = result.findings;
  return { message: finding!.message, file: finding!.place.file };
}
