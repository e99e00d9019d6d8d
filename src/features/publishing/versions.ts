import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CompiledModule } from '#domain/module/compiled-module.ts';
import {
  findEditionVersionId,
  findLiveVersionId,
  findVersionRecord,
  getCompiledModule,
  listLiveVersionIds,
  type VersionRecord,
} from './queries.ts';

/** A version with its content. */
export interface PublishedVersion extends VersionRecord {
  module: CompiledModule;
}

/** What is live of a module, by the code of its addresses; null when nothing of it was published. */
export async function findLiveVersion(db: Kysely<Database>, code: string): Promise<PublishedVersion | null> {
  const id = await findLiveVersionId(db, code);
  return id === null ? null : findVersion(db, id);
}

/** The latest revision of an edition: what somebody who began it sees. */
export async function findEditionVersion(
  db: Kysely<Database>,
  moduleId: string,
  edition: number,
): Promise<PublishedVersion | null> {
  const id = await findEditionVersionId(db, moduleId, edition);
  return id === null ? null : findVersion(db, id);
}

/** What is live of every module, by code. */
export async function listLiveVersions(db: Kysely<Database>): Promise<PublishedVersion[]> {
  const versions = [];
  for (const id of await listLiveVersionIds(db)) versions.push(await findVersion(db, id));
  return versions.filter((version) => version !== null);
}

const MAX_CACHED_VERSIONS = 100;
const cachedVersions = new Map<string, PublishedVersion>();

/** The very version that was published under this id; it never changes, so what was read once is kept. */
export async function findVersion(db: Kysely<Database>, versionId: string): Promise<PublishedVersion | null> {
  const cached = cachedVersions.get(versionId);
  if (cached) return cached;
  const record = await findVersionRecord(db, versionId);
  if (!record) return null;
  const version = { ...record, module: await getCompiledModule(db, versionId) };
  if (cachedVersions.size >= MAX_CACHED_VERSIONS) cachedVersions.clear();
  cachedVersions.set(versionId, version);
  return version;
}
