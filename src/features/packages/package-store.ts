import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

/** One file of a package, as it is served. */
export interface PackageFile {
  /** SHA-256 of its bytes, in hexadecimal: its name in the store. */
  hash: string;
  bytes: number;
  mediaType: string;
}

/** Where what packages brought is kept. */
export const storeFolder = (dataFolder: string): string => join(dataFolder, 'packages');

/** Where the bytes of this hash are kept: a content is there once, however many packages have it. */
export function blobPath(dataFolder: string, hash: string): string {
  return join(storeFolder(dataFolder), hash.slice(0, 2), hash);
}

/** A file of a delivery by its path in the archive; null when it has none of that path. */
export async function findPackageFile(
  db: Kysely<Database>,
  deliveryId: string,
  path: string,
): Promise<PackageFile | null> {
  const row = await db
    .selectFrom('package_file')
    .where('delivery_id', '=', deliveryId)
    .where('path', '=', path)
    .select(['hash', 'bytes', 'media_type'])
    .executeTakeFirst();
  return row ? { hash: row.hash, bytes: row.bytes, mediaType: row.media_type } : null;
}
