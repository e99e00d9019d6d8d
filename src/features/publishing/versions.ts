import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { draftFolders } from './draft-folders.ts';
import { draftOf } from './draft-of.ts';
import type { PublishedVersion } from './published-version.ts';
import {
  findEditionVersionId,
  findLiveVersionId,
  findVersionRecord,
  getCompiledModule,
  listLiveVersionIds,
} from './queries.ts';

export type { PublishedVersion } from './published-version.ts';

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

/** The very version that was published under this id; the development server shows the live one as it is being written. */
export async function findVersion(db: Kysely<Database>, versionId: string): Promise<PublishedVersion | null> {
  const version = await findPublished(db, versionId);
  const readFolder = draftFolders();
  return version && readFolder ? draftOf(db, version, readFolder) : version;
}

const MAX_CACHED_VERSIONS = 100;
const cachedVersions = new Map<string, PublishedVersion>();

/** A version never changes, so what was read once is kept. */
async function findPublished(db: Kysely<Database>, versionId: string): Promise<PublishedVersion | null> {
  const cached = cachedVersions.get(versionId);
  if (cached) return cached;
  const record = await findVersionRecord(db, versionId);
  if (!record) return null;
  const version = { ...record, module: await getCompiledModule(db, versionId), problems: [] };
  if (cachedVersions.size >= MAX_CACHED_VERSIONS) cachedVersions.clear();
  cachedVersions.set(versionId, version);
  return version;
}
