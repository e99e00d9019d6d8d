import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Problem } from '#domain/authoring/problem.ts';
import { checkReview } from '#domain/authoring/statements/check-review.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { compareFolder, type FileChange } from './compare-folder.ts';
import { latestDraft } from './latest-draft.ts';
import type { ModuleFolder } from './module-folder.ts';
import { findLiveDeliveryId } from './package-queries.ts';
import { countFollowers, findLiveSources, listReleases, type FollowerCounts, type Release } from './queries.ts';
import { readStoredSources } from './stored-sources.ts';

export interface AtelierModulePage {
  slug: string;
  /** Null as long as its settings have errors and nothing of it is live. */
  code: string | null;
  title: string;
  /** The live one first; none when nothing was published. */
  releases: Release[];
  /** False when the module is live, but no more in content/. */
  hasFolder: boolean;
  /** The package that is live; null for a module of content/. */
  deliveryId: string | null;
  changes: FileChange[];
  errors: Problem[];
  notices: Problem[];
  /** What can be previewed; null when the errors do not let it. */
  lessons: { slug: string; number: number; title: string }[] | null;
  followers: FollowerCounts;
}

/** One module as its trainers follow it on a day; null when it is neither live nor in content/. */
export async function loadAtelierModulePage(
  db: Kysely<Database>,
  folders: readonly ModuleFolder[],
  { slug, on }: { slug: string; on: CivilDate },
): Promise<AtelierModulePage | null> {
  const folder = folders.find((candidate) => candidate.slug === slug);
  const releases = await listReleases(db, slug);
  if (!folder && releases.length === 0) return null;
  const draft = folder && latestDraft(folder);
  const problems = draft ? [...draft.problems, ...checkReview(draft.survey, on)] : [];
  const settings = draft?.hasOwnSettings ? draft.module : null;
  const liveSources = await findLiveSources(db, slug);
  return {
    slug,
    code: settings?.code ?? releases[0]?.code ?? null,
    title: settings?.title ?? releases[0]?.title ?? slug,
    releases,
    hasFolder: folder !== undefined,
    deliveryId: await findLiveDeliveryId(db, slug),
    changes: folder && liveSources !== null ? compareFolder(folder, readStoredSources(slug, liveSources).sources) : [],
    errors: problems.filter(({ severity }) => severity === 'error'),
    notices: problems.filter(({ severity }) => severity === 'notice'),
    lessons: draft?.module?.lessons ?? null,
    followers: await countFollowers(db, slug, on),
  };
}
