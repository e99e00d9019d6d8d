import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { findLatestRelease, findModuleBySlug } from './queries.ts';

/** The names of the modules that others delivered as packages. */
export async function listPackageSlugs(db: Kysely<Database>): Promise<Set<string>> {
  const rows = await db.selectFrom('module').where('is_package', '=', 1).select('slug').execute();
  return new Set(rows.map(({ slug }) => slug));
}

/** What is live of a module that is a package; null for any other. */
export async function findLiveDeliveryId(db: Kysely<Database>, slug: string): Promise<string | null> {
  const module = await findModuleBySlug(db, slug);
  const live = module?.isPackage ? await findLatestRelease(db, module.id) : null;
  if (!module || !live) return null;
  const row = await db
    .selectFrom('package_version')
    .innerJoin('module_version', 'module_version.id', 'package_version.version_id')
    .where('module_version.module_id', '=', module.id)
    .where('edition', '=', live.edition)
    .where('revision', '=', live.revision)
    .select('delivery_id')
    .executeTakeFirst();
  return row?.delivery_id ?? null;
}
