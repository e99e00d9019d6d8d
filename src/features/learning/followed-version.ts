import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { followedEdition } from '#domain/progress/module-standing.ts';
import { isOfWindow, type ModuleWindow } from '#domain/progress/module-window.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { findVersion, type PublishedVersion } from '#features/publishing/versions.ts';
import { findLearnerModule, type LearnerModule, type RecordedCompletion } from './queries.ts';
import { windowOf, type WindowKey } from './window-queries.ts';

/** The version a person follows, the window they follow it in, and where they are in it. */
export interface Followed {
  version: PublishedVersion;
  learner: LearnerModule;
  window: ModuleWindow;
  /** They have begun this very edition, in this window. */
  isBegun: boolean;
}

/**
 * The latest revision of the edition where the person's place is, else the live version, as of today; null without such a module.
 * A place in a window that is over is none: whoever does a module again does it in the live version.
 */
export async function findFollowed(
  db: Kysely<Database>,
  personId: string,
  asked: { code: string; today: CivilDate },
): Promise<Followed | null> {
  const learner = await findLearnerModule(db, personId, asked);
  return learner && followedOf(db, learner);
}

export async function followedOf(db: Kysely<Database>, learner: LearnerModule): Promise<Followed | null> {
  const { place } = learner;
  const edition = followedEdition(learner, place && isBegunNow(learner, place.edition) ? place.edition : null);
  const versionId = learner.versionIds.get(edition);
  const version = versionId ? await findVersion(db, versionId) : null;
  const window = windowOf(learner, edition, learner.today);
  return version && { version, learner, window, isBegun: isBegunNow(learner, edition) };
}

function isBegunNow(learner: LearnerModule, edition: number): boolean {
  const window = windowOf(learner, edition, learner.today);
  return learner.begun.some((fact) => fact.edition === edition && isOfWindow(window, fact.windowFrom));
}

/** The completion of the version they follow, in this window; null as long as it is not completed. */
export function completionNow({ version, learner, window }: Followed): RecordedCompletion | null {
  const isOfIt = ({ edition, on }: RecordedCompletion) => edition === version.edition && isOfWindow(window, on);
  return learner.completions.find(isOfIt) ?? null;
}

/** Where what the person does in the version they follow is kept. */
export function followedKey(personId: string, { version, window }: Pick<Followed, 'version' | 'window'>): WindowKey {
  return { personId, moduleId: version.moduleId, edition: version.edition, window };
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
  { code, edition, today }: { code: string; edition?: number | undefined; today: CivilDate },
): Promise<({ outcome: 'begun' } & Followed) | NotFollowing> {
  const followed = await findFollowed(db, personId, { code, today });
  if (!followed) return { outcome: 'no-such-module' };
  if (edition !== undefined && edition !== followed.version.edition) return { outcome: 'other-edition' };
  if (!followed.isBegun) return { outcome: 'not-begun' };
  return { outcome: 'begun', ...followed };
}
