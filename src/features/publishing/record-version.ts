import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { COMPILER_VERSION } from '#domain/authoring/compile-module.ts';
import type { Act } from '#domain/identity/act.ts';
import type { CompiledModule } from '#domain/module/compiled-module.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { newId } from '#platform/ids.ts';
import type { ReleaseNumber } from './release-number.ts';

export interface VersionToRecord {
  /** Null for a module that is not there yet. */
  moduleId: string | null;
  isPackage: boolean;
  module: CompiledModule;
  number: ReleaseNumber;
  /** From today on, what was completed on earlier editions counts no more. */
  redo: boolean;
  /** Of what is published, in hexadecimal. */
  hash: string;
  note: string;
  /** As JSON: what it was made of. */
  sources: string;
}

/** Writes an immutable version of a module, live at once for everyone, and the module itself the first time. */
export async function recordVersion(
  trx: Transaction<Database>,
  act: Act,
  { moduleId: known, isPackage, module, number, redo, hash, note, sources }: VersionToRecord,
): Promise<{ moduleId: string; versionId: string }> {
  const moduleId = known ?? (await insertModule(trx, act, module, isPackage));
  const versionId = newId();
  await trx
    .insertInto('module_version')
    .values({
      id: versionId,
      module_id: moduleId,
      ...number,
      hash,
      title: module.title,
      redo_from_date: redo ? civilDateOf(act.at) : null,
      note,
      sources,
      published_at: act.at,
      published_by: act.by,
    })
    .execute();
  await trx
    .insertInto('compiled_version')
    .values({ version_id: versionId, compiler_version: COMPILER_VERSION, compiled: JSON.stringify(module) })
    .execute();
  await recordDeed(trx, act, {
    verb: 'module:publish',
    subjectKind: 'module',
    subjectId: moduleId,
    detail: { ...number, redo: redo ? 1 : 0, hash, note },
  });
  return { moduleId, versionId };
}

async function insertModule(
  trx: Transaction<Database>,
  act: Act,
  { slug, code }: CompiledModule,
  isPackage: boolean,
): Promise<string> {
  const id = newId();
  await trx
    .insertInto('module')
    .values({ id, slug, code, created_at: act.at, is_package: isPackage ? 1 : 0 })
    .execute();
  return id;
}
