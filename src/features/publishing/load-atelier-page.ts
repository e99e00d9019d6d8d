import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { latestDraft } from './latest-draft.ts';
import { listContentDifferences, type ContentDifference } from './list-content-differences.ts';
import type { ModuleFolder } from './module-folder.ts';
import { listPackageSlugs } from './package-queries.ts';
import { listReleases, type Release } from './queries.ts';
import { listLiveVersions } from './versions.ts';

export interface AtelierModule {
  slug: string;
  code: string;
  title: string;
  /** How the folder differs from what is live. */
  difference: ContentDifference['kind'] | 'none';
  live: Release | null;
  errorCount: number;
  /** Delivered by others: it has no folder. */
  isPackage: boolean;
}

/** Every module, live or in content/, by code. */
export async function loadAtelierPage(
  db: Kysely<Database>,
  folders: readonly ModuleFolder[],
): Promise<AtelierModule[]> {
  const live = new Map((await listLiveVersions(db)).map((version) => [version.slug, version]));
  const differences = new Map((await listContentDifferences(db, folders)).map(({ slug, kind }) => [slug, kind]));
  const packages = await listPackageSlugs(db);
  const modules: AtelierModule[] = [];
  for (const slug of new Set([...folders.map((folder) => folder.slug), ...live.keys()])) {
    const folder = folders.find((candidate) => candidate.slug === slug);
    const draft = folder && latestDraft(folder);
    const shown = (draft?.hasOwnSettings ? draft.module : null) ?? live.get(slug)?.module;
    modules.push({
      slug,
      code: live.get(slug)?.code ?? shown?.code ?? '',
      title: shown?.title ?? slug,
      difference: differences.get(slug) ?? 'none',
      live: (await listReleases(db, slug))[0] ?? null,
      errorCount: draft?.problems.filter(({ severity }) => severity === 'error').length ?? 0,
      isPackage: packages.has(slug),
    });
  }
  return modules.sort((one, other) => byCode.compare(one.code, other.code));
}

const byCode = new Intl.Collator('fr', { numeric: true });
