import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { findFollowed, followedKey } from './followed-version.ts';
import { findPath, type OtherPath } from './path-queries.ts';

export interface PathPage {
  code: string;
  moduleTitle: string;
  /** Null on the ordinary path. */
  path: OtherPath | null;
  isInterviewed: boolean;
}

/** The ways to follow a module, and the one that the person chose; null without such a module. */
export async function loadPathPage(
  db: Kysely<Database>,
  personId: string,
  asked: { code: string; today: CivilDate },
): Promise<PathPage | null> {
  const followed = await findFollowed(db, personId, asked);
  if (!followed) return null;
  const { code, module } = followed.version;
  const chosen = await findPath(db, followedKey(personId, followed));
  return {
    code,
    moduleTitle: module.title,
    path: chosen?.path ?? null,
    isInterviewed: chosen?.isInterviewed ?? false,
  };
}
