import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { folderHash } from './folder-hash.ts';
import type { ModuleFolder } from './module-folder.ts';
import { listLiveHashes } from './queries.ts';

export interface ContentDifference {
  slug: string;
  /** `removed`: still live, but no more in the folder. */
  kind: 'new' | 'changed' | 'removed';
}

/** How the modules of a content folder differ from what is live, by name. */
export async function listContentDifferences(
  db: Kysely<Database>,
  folders: readonly ModuleFolder[],
): Promise<ContentDifference[]> {
  const live = await listLiveHashes(db);
  const differences: ContentDifference[] = [];
  for (const folder of folders) {
    const liveHash = live.get(folder.slug);
    live.delete(folder.slug);
    if (liveHash === undefined) differences.push({ slug: folder.slug, kind: 'new' });
    else if (liveHash !== folderHash(folder)) differences.push({ slug: folder.slug, kind: 'changed' });
  }
  for (const slug of live.keys()) differences.push({ slug, kind: 'removed' });
  return differences.sort((one, other) => one.slug.localeCompare(other.slug, 'fr'));
}
