import type { Kysely, Transaction } from 'kysely';
import type { Database, ReleaseKind } from '#db/schema.ts';
import { COMPILER_VERSION } from '#domain/authoring/compile-module.ts';
import type { Problem } from '#domain/authoring/problem.ts';
import type { Act } from '#domain/identity/act.ts';
import type { CompiledModule } from '#domain/module/compiled-module.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids.ts';
import { checkFolder } from './check-folder.ts';
import { compileFolder } from './compile-folder.ts';
import { type MediaFile, type ModuleFolder } from './module-folder.ts';
import { findLatestRelease, findModuleByCode, findModuleBySlug } from './queries.ts';
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
    if (known && known.code !== module.code) return { outcome: 'code-changed', code: known.code };
    const holder = await findModuleByCode(trx, module.code);
    if (holder && holder.slug !== folder.slug) return { outcome: 'code-taken', slug: holder.slug };
    const latest = known && (await findLatestRelease(trx, known.id));
    if (latest?.hash === hash) return { outcome: 'unchanged', edition: latest.edition, revision: latest.revision };

    const moduleId = known?.id ?? (await insertModule(trx, act, module));
    const number = releaseNumber(latest, kind);
    const isRedo = redo && number.kind === 'material' && latest !== null;
    const versionId = newId();
    await trx
      .insertInto('module_version')
      .values({
        id: versionId,
        module_id: moduleId,
        ...number,
        hash,
        title: module.title,
        redo_from_date: isRedo ? civilDateOf(act.at) : null,
        note,
        sources: storedSources(folder),
        published_at: act.at,
        published_by: act.by,
      })
      .execute();
    await insertCompiled(trx, versionId, module);
    for (const file of folder.media) await insertMedia(trx, versionId, file);
    await recordDeed(trx, act, {
      verb: 'module:publish',
      subjectKind: 'module',
      subjectId: moduleId,
      detail: { ...number, redo: isRedo ? 1 : 0, hash, note },
    });
    return { outcome: 'published', versionId, edition: number.edition, revision: number.revision };
  });
}

async function insertModule(trx: Transaction<Database>, act: Act, { slug, code }: CompiledModule): Promise<string> {
  const id = newId();
  await trx.insertInto('module').values({ id, slug, code, created_at: act.at }).execute();
  return id;
}

async function insertCompiled(trx: Transaction<Database>, versionId: string, module: CompiledModule): Promise<void> {
  await trx
    .insertInto('compiled_version')
    .values({ version_id: versionId, compiler_version: COMPILER_VERSION, compiled: JSON.stringify(module) })
    .execute();
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
