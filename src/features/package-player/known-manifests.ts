import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { PackageManifest } from '#domain/packaging/manifest.ts';

const MOST_KNOWN = 20;

/** By delivery; an archive that was kept never changes, and reading its manifest again would cost more than storing a commit. */
const known = new Map<string, PackageManifest>();

/** The manifest of a delivery that is there. */
export async function knownManifest(db: Kysely<Database>, deliveryId: string): Promise<PackageManifest> {
  const lately = known.get(deliveryId);
  if (lately) return lately;
  const { manifest } = await db
    .selectFrom('package_delivery')
    .where('id', '=', deliveryId)
    .select('manifest')
    .executeTakeFirstOrThrow();
  const read = JSON.parse(manifest) as PackageManifest;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(deliveryId, read);
  return read;
}
