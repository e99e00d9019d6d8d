import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { followedEdition } from '#domain/progress/module-standing.ts';
import { findVersion, type PublishedVersion } from '#features/publishing/versions.ts';
import { findLearnerModule, type LearnerModule } from './queries.ts';

/** The version a person follows, and where they are in it. */
export interface Followed {
  version: PublishedVersion;
  learner: LearnerModule;
  /** They have begun this very edition. */
  isBegun: boolean;
}

/** The latest revision of the edition where the person's place is, else the live version; null without such a module. */
export async function findFollowedVersion(
  db: Kysely<Database>,
  personId: string,
  code: string,
): Promise<PublishedVersion | null> {
  return (await findFollowed(db, personId, code))?.version ?? null;
}

export async function findFollowed(db: Kysely<Database>, personId: string, code: string): Promise<Followed | null> {
  const learner = await findLearnerModule(db, personId, code);
  return learner && followedOf(db, learner);
}

export async function followedOf(db: Kysely<Database>, learner: LearnerModule): Promise<Followed | null> {
  const edition = followedEdition(learner, learner.place?.edition ?? null);
  const versionId = learner.versionIds.get(edition);
  const version = versionId ? await findVersion(db, versionId) : null;
  return version && { version, learner, isBegun: learner.begun.some((fact) => fact.edition === edition) };
}

/** Why something cannot be done in a module. */
export type NotFollowing =
  | { outcome: 'no-such-module' }
  | { outcome: 'not-begun' }
  /** The page was sent before the person changed edition: it shows another text than the one they follow. */
  | { outcome: 'other-edition' };

/** The module as begun, for a command; `edition` is the one that the form was shown in. */
export async function findBegun(
  db: Kysely<Database>,
  personId: string,
  { code, edition }: { code: string; edition?: number | undefined },
): Promise<({ outcome: 'begun' } & Followed) | NotFollowing> {
  const followed = await findFollowed(db, personId, code);
  if (!followed) return { outcome: 'no-such-module' };
  if (edition !== undefined && edition !== followed.version.edition) return { outcome: 'other-edition' };
  if (!followed.isBegun) return { outcome: 'not-begun' };
  return { outcome: 'begun', ...followed };
}
