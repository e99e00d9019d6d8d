import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { PoolQuestion } from '#domain/module/compiled-module.ts';
import { findVersion, type PublishedVersion } from '#features/publishing/versions.ts';

/** The version that an attempt was drawn from; versions are never deleted, so it is there. */
export async function getDrawnVersion(db: Kysely<Database>, versionId: string): Promise<PublishedVersion> {
  const version = await findVersion(db, versionId);
  if (!version) throw new Error(`No version ${versionId}`);
  return version;
}

/** A question that was drawn from this version. */
export function getPoolQuestion({ id, module }: PublishedVersion, questionId: string): PoolQuestion {
  const question = module.pool.find((candidate) => candidate.id === questionId);
  if (!question) throw new Error(`No question ${questionId} in version ${id}`);
  return question;
}
