import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Finding } from '#domain/packaging/finding.ts';
import type { PackageManifest, PackageStandard } from '#domain/packaging/manifest.ts';
import type { Instant } from '#domain/time/instant.ts';

export interface DeliveryOutline {
  id: string;
  fileName: string;
  standard: PackageStandard;
  identifier: string;
  title: string;
  fileCount: number;
  totalBytes: number;
  importedAt: Instant;
  /** Null for the command line. */
  importedBy: string | null;
}

export interface Delivery extends DeliveryOutline {
  hash: string;
  manifest: PackageManifest;
  findings: Finding[];
}

/** A package that was read and kept. */
export async function findDelivery(db: Kysely<Database>, deliveryId: string): Promise<Delivery | null> {
  const row = await outlines(db)
    .where('package_delivery.id', '=', deliveryId)
    .select(['package_delivery.hash', 'manifest', 'findings'])
    .executeTakeFirst();
  if (!row) return null;
  return {
    ...outlineOf(row),
    hash: row.hash,
    manifest: JSON.parse(row.manifest) as PackageManifest,
    findings: JSON.parse(row.findings) as Finding[],
  };
}

/** The latest deliveries first. */
export async function listDeliveries(db: Kysely<Database>, limit: number, offset: number): Promise<DeliveryOutline[]> {
  const rows = await outlines(db)
    .orderBy('imported_at', 'desc')
    .orderBy('package_delivery.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(outlineOf);
}

export async function countDeliveries(db: Kysely<Database>): Promise<number> {
  const row = await db
    .selectFrom('package_delivery')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** True when a version of the module has played a package of this identifier. */
export async function hasPlayedPackage(db: Kysely<Database>, moduleId: string, identifier: string): Promise<boolean> {
  return (await listModulesOf(db, identifier)).some(({ id }) => id === moduleId);
}

export interface PackageModule {
  id: string;
  code: string;
  slug: string;
}

/** The modules that have played a package of this identifier. */
export async function listModulesOf(db: Kysely<Database>, identifier: string): Promise<PackageModule[]> {
  return db
    .selectFrom('module')
    .innerJoin('module_version', 'module_version.module_id', 'module.id')
    .innerJoin('package_version', 'package_version.version_id', 'module_version.id')
    .innerJoin('package_delivery', 'package_delivery.id', 'package_version.delivery_id')
    .where('package_delivery.identifier', '=', identifier)
    .select(['module.id', 'module.code', 'module.slug'])
    .distinct()
    .orderBy('module.code')
    .execute();
}

export interface DeliveryUse {
  deliveryId: string;
  code: string;
  slug: string;
  edition: number;
  revision: number;
  publishedAt: Instant;
}

/** Where these deliveries were published, the latest version first. */
export async function listUses(db: Kysely<Database>, deliveryIds: readonly string[]): Promise<DeliveryUse[]> {
  if (deliveryIds.length === 0) return [];
  const rows = await db
    .selectFrom('package_version')
    .innerJoin('module_version', 'module_version.id', 'package_version.version_id')
    .innerJoin('module', 'module.id', 'module_version.module_id')
    .where('package_version.delivery_id', 'in', deliveryIds)
    .select(['delivery_id', 'module.code', 'module.slug', 'edition', 'revision', 'published_at'])
    .orderBy('published_at', 'desc')
    .orderBy('edition', 'desc')
    .orderBy('revision', 'desc')
    .execute();
  return rows.map((row) => ({
    deliveryId: row.delivery_id,
    code: row.code,
    slug: row.slug,
    edition: row.edition,
    revision: row.revision,
    publishedAt: row.published_at as Instant,
  }));
}

/** The codes that modules have. */
export async function listModuleCodes(db: Kysely<Database>): Promise<string[]> {
  const rows = await db.selectFrom('module').select('code').execute();
  return rows.map(({ code }) => code);
}

/** Those of these file names under which a package was brought in. */
export async function listFileNames(db: Kysely<Database>, names: readonly string[]): Promise<Set<string>> {
  if (names.length === 0) return new Set();
  const rows = await db.selectFrom('package_delivery').where('file_name', 'in', names).select('file_name').execute();
  return new Set(rows.map(({ file_name }) => file_name));
}

/** How a version of a package is completed, and what it may do. */
export async function findPublishedRule(
  db: Kysely<Database>,
  versionId: string,
): Promise<{ rule: 'all' | 'any'; mayOpenWindows: boolean } | null> {
  const row = await db
    .selectFrom('package_version')
    .where('version_id', '=', versionId)
    .select(['completion_rule', 'may_open_windows'])
    .executeTakeFirst();
  return row ? { rule: row.completion_rule, mayOpenWindows: row.may_open_windows === 1 } : null;
}

/** The contents that a delivery has, of those whose name begins so. */
export async function listNamedHashes(db: Kysely<Database>, beginning: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('package_file')
    .where('hash', '>=', beginning)
    .where('hash', '<', `${beginning}g`)
    .select('hash')
    .distinct()
    .execute();
  return new Set(rows.map(({ hash }) => hash));
}

function outlines(db: Kysely<Database>) {
  return db
    .selectFrom('package_delivery')
    .leftJoin('person', 'person.id', 'package_delivery.imported_by')
    .select(['package_delivery.id', 'file_name', 'standard', 'identifier', 'title', 'file_count', 'total_bytes'])
    .select(['imported_at', 'given_name', 'family_name']);
}

type OutlineRow = Awaited<ReturnType<ReturnType<typeof outlines>['execute']>>[number];

function outlineOf(row: OutlineRow): DeliveryOutline {
  return {
    id: row.id,
    fileName: row.file_name,
    standard: row.standard,
    identifier: row.identifier,
    title: row.title,
    fileCount: row.file_count,
    totalBytes: row.total_bytes,
    importedAt: row.imported_at as Instant,
    importedBy: row.family_name === null ? null : `${row.given_name} ${row.family_name}`,
  };
}
