import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CompiledModule } from '#domain/module/compiled-module.ts';
import {
  findEditionRecord,
  findLiveRecord,
  findVersionRecord,
  getCompiledModule,
  listLiveRecords,
  type VersionRecord,
} from './queries.ts';

/** A version with its content. */
export interface PublishedVersion extends VersionRecord {
  module: CompiledModule;
}

/** What is live of a module, by the code of its addresses; null when nothing of it was published. */
export async function findLiveVersion(db: Kysely<Database>, code: string): Promise<PublishedVersion | null> {
  return withContent(db, await findLiveRecord(db, code));
}

/** The latest revision of an edition: what somebody who began it sees. */
export async function findEditionVersion(
  db: Kysely<Database>,
  moduleId: string,
  edition: number,
): Promise<PublishedVersion | null> {
  return withContent(db, await findEditionRecord(db, moduleId, edition));
}

/** The very version that was published under this id. */
export async function findVersion(db: Kysely<Database>, versionId: string): Promise<PublishedVersion | null> {
  return withContent(db, await findVersionRecord(db, versionId));
}

/** What is live of every module, by code. */
export async function listLiveVersions(db: Kysely<Database>): Promise<PublishedVersion[]> {
  const versions: PublishedVersion[] = [];
  for (const record of await listLiveRecords(db))
    versions.push({ ...record, module: await compiledModule(db, record) });
  return versions;
}

async function withContent(db: Kysely<Database>, record: VersionRecord | null): Promise<PublishedVersion | null> {
  return record && { ...record, module: await compiledModule(db, record) };
}

const MAX_CACHED_MODULES = 100;
const compiledModules = new Map<string, CompiledModule>();

/** Versions never change, so what was read once is kept. */
async function compiledModule(db: Kysely<Database>, { id }: VersionRecord): Promise<CompiledModule> {
  const cached = compiledModules.get(id);
  if (cached) return cached;
  const compiled = await getCompiledModule(db, id);
  if (compiledModules.size >= MAX_CACHED_MODULES) compiledModules.clear();
  compiledModules.set(id, compiled);
  return compiled;
}
