import type { Kysely, Transaction } from 'kysely';
import type { Database, ReleaseKind } from '#db/schema.ts';
import type { Problem } from '#domain/authoring/problem.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { checkFolder } from './check-folder.ts';
import { compileFolder } from './compile-folder.ts';
import { type MediaFile, type ModuleFolder } from './module-folder.ts';
import { findLatestRelease, findModuleByCode, findModuleBySlug } from './queries.ts';
import { recordVersion } from './record-version.ts';
import { releaseNumber } from './release-number.ts';
import { storedSources } from './stored-sources.ts';

export interface ModuleRelease {
  folder: ModuleFolder;
  /** A first version is material whatever is asked. */
  kind: ReleaseKind;
  /** With a material release: from today on, what was completed on earlier editions counts no more. */
  redo: boolean;
  /** What changed, for those who will ask later. */
  note: string;
  /** What comes with the program is published as it is: a new installation does not depend on the day. */
  mayBeOverdue?: boolean;
}

export type PublishModuleResult =
  | { outcome: 'published'; versionId: string; edition: number; revision: number }
  | { outcome: 'unchanged'; edition: number; revision: number }
  | { outcome: 'content-problems'; problems: Problem[] }
  /** Another module has that code, which is its address. */
  | { outcome: 'code-taken'; slug: string }
  /** The module was published under this other code: bookmarks and attestations name it. */
  | { outcome: 'code-changed'; code: string };

/** Publishes a module's folder as a new immutable version, live at once for everyone. */
export async function publishModule(
  db: Kysely<Database>,
  act: Act,
  { folder, kind, redo, note, mayBeOverdue = false }: ModuleRelease,
): Promise<PublishModuleResult> {
  const { module, problems, hash } = mayBeOverdue ? compileFolder(folder) : checkFolder(folder, civilDateOf(act.at));
  if (!module) return { outcome: 'content-problems', problems };
  return inTransaction(db, async (trx) => {
    const known = await findModuleBySlug(trx, folder.slug);
    // A package has that name, which is none of a folder.
    if (known?.isPackage) return { outcome: 'code-taken', slug: known.slug };
    if (known && known.code !== module.code) return { outcome: 'code-changed', code: known.code };
    const holder = await findModuleByCode(trx, module.code);
    if (holder && holder.slug !== folder.slug) return { outcome: 'code-taken', slug: holder.slug };
    const latest = known && (await findLatestRelease(trx, known.id));
    if (latest?.hash === hash) return { outcome: 'unchanged', edition: latest.edition, revision: latest.revision };

    const number = releaseNumber(latest, kind);
    const { versionId } = await recordVersion(trx, act, {
      moduleId: known?.id ?? null,
      isPackage: false,
      module,
      number,
      redo: redo && number.kind === 'material' && latest !== null,
      hash,
      note,
      sources: storedSources(folder),
    });
    for (const file of folder.media) await insertMedia(trx, versionId, file);
    return { outcome: 'published', versionId, edition: number.edition, revision: number.revision };
  });
}

async function insertMedia(trx: Transaction<Database>, versionId: string, file: MediaFile): Promise<void> {
  await trx
    .insertInto('media')
    .values({ hash: file.hash, extension: file.extension, bytes: file.bytes })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
  await trx
    .insertInto('version_media')
    .values({ version_id: versionId, path: file.path, media_hash: file.hash })
    .execute();
}
