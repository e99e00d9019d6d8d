import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CompiledModule } from '#domain/module/compiled-module.ts';
import type { Draft } from './compile-draft.ts';
import type { ReadDraftFolder } from './draft-folders.ts';
import { folderHash } from './folder-hash.ts';
import { latestDraft } from './latest-draft.ts';
import { findLiveVersionId, listLiveHashes } from './queries.ts';
import type { PublishedVersion } from './published-version.ts';

/** The live version with its lessons as they are being written; any other version, or one without a folder, as it is. */
export async function draftOf(
  db: Kysely<Database>,
  version: PublishedVersion,
  readFolder: ReadDraftFolder,
): Promise<PublishedVersion> {
  if ((await findLiveVersionId(db, version.code)) !== version.id) return version;
  const folder = await readFolder(version.slug);
  if (!folder) return version;
  if ((await listLiveHashes(db)).get(version.slug) === folderHash(folder)) return version;

  const draft = latestDraft(folder);
  const problems = draft.problems.filter(({ severity }) => severity === 'error');
  return { ...version, module: moduleBeingWritten(version.module, draft), problems };
}

/** The assessment stays the published one: attempts name its questions. */
function moduleBeingWritten(live: CompiledModule, { module, hasOwnSettings }: Draft): CompiledModule {
  if (!module) return live;
  const { code, passMark, drawSize, pool } = live;
  const settings = hasOwnSettings ? module : live;
  return { ...settings, code, passMark, drawSize, pool, lessons: module.lessons, media: module.media };
}
