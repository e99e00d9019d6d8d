import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { PackageManifest } from '#domain/packaging/manifest.ts';

/** What a published version of a package plays, and how it is completed. */
export interface PackageVersion {
  deliveryId: string;
  manifest: PackageManifest;
  /** Whether all of its SCOs, or one, must be completed. */
  completionRule: 'all' | 'any';
  mayOpenWindows: boolean;
}

/** The package of a module's version; null when the version is none of a package. */
export async function findPackageVersion(db: Kysely<Database>, versionId: string): Promise<PackageVersion | null> {
  const row = await db
    .selectFrom('package_version')
    .innerJoin('package_delivery', 'package_delivery.id', 'package_version.delivery_id')
    .where('version_id', '=', versionId)
    .select(['delivery_id', 'completion_rule', 'may_open_windows', 'manifest'])
    .executeTakeFirst();
  if (!row) return null;
  return {
    deliveryId: row.delivery_id,
    manifest: JSON.parse(row.manifest) as PackageManifest,
    completionRule: row.completion_rule,
    mayOpenWindows: row.may_open_windows === 1,
  };
}
