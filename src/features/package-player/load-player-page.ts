import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { packageCompletion, type ItemVerdict } from '#domain/packaging/package-completion.ts';
import type { PackageManifest } from '#domain/packaging/manifest.ts';
import type { KnownObjectives } from '#domain/packaging/skipped-items.ts';
import { isOfWindow } from '#domain/progress/module-window.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import { findFollowed, followedKey } from '#features/learning/followed-version.ts';
import { findPackageVersion } from '#features/packages/find-package-version.ts';
import { findLatestLaunch, findOpenAttempt, listItemStates } from './attempt-queries.ts';
import { launchEnd } from './launch-end.ts';
import { playedOrganization } from './load-launch-plan.ts';
import { objectiveScope, type ScopedAttempt } from './objective-scope.ts';
import { readObjectives } from './objective-queries.ts';
import { isHeardOf } from './open-package.ts';

/** Where the frame of the player goes. */
export interface PlayerFrame {
  attemptId: string;
  /** Of the launch. */
  ordinal: number;
  origin: string;
  address: string;
  mayOpenWindows: boolean;
}

export interface PlayerPage {
  title: string;
  minutes: number;
  /** The package, when the address is that of an opening which is still served. */
  frame: PlayerFrame | null;
  /** The address is that of an opening which is not served any more. */
  isOver: boolean;
  /** It is open in another tab, or on another machine, which was heard of then. */
  openSince: Instant | null;
  isBegun: boolean;
  receivedAt: Instant | null;
  isComplete: boolean;
  /** Why it is complete, or not yet; null before a first opening. */
  items: ItemVerdict[] | null;
  rule: 'all' | 'any';
}

/** A package as its learner opens it; null when the module is no package, or is not theirs to follow. */
export async function loadPlayerPage(
  db: Kysely<Database>,
  personId: string,
  { code, launchId, now, packagesOrigin }: { code: string; launchId: string; now: Instant; packagesOrigin: string },
): Promise<PlayerPage | null> {
  const followed = await findFollowed(db, personId, { code, today: civilDateOf(now) });
  const played = followed && (await findPackageVersion(db, followed.version.id));
  if (!followed || !played) return null;
  const { module } = followed.version;
  const open = await findOpenAttempt(db, followedKey(personId, followed));
  const attempt = open && isOfWindow(followed.window, open.windowFrom) ? open : null;
  const latest = attempt && (await findLatestLaunch(db, attempt.attemptId));
  const isAsked = latest !== null && latest.launchId === launchId;
  const isServed = isAsked && launchEnd(latest, now) === null;
  const states = attempt ? await listItemStates(db, attempt.attemptId) : [];
  const byItem = new Map(states.map(({ state }) => [state.item, state]));
  const objectives = attempt && (await objectivesOf(db, attempt, played.manifest));
  const verdict = packageCompletion(played.manifest, played.completionRule, byItem, new Set(), objectives ?? undefined);
  const origin = attempt ? packagesOrigin.replace('*', attempt.hostLabel) : '';
  return {
    title: module.title,
    minutes: module.minutes,
    frame:
      attempt && isServed
        ? {
            attemptId: attempt.attemptId,
            ordinal: latest.ordinal,
            origin,
            address: `${origin}/${latest.token}/`,
            mayOpenWindows: played.mayOpenWindows,
          }
        : null,
    isOver: launchId !== '' && !isServed,
    openSince: latest && !isServed && isHeardOf(latest, now) ? latest.seenAt : null,
    isBegun: followed.isBegun,
    receivedAt: states.reduce<Instant | null>(
      (last, { receivedAt }) => (last === null || receivedAt > last ? receivedAt : last),
      null,
    ),
    isComplete: (attempt !== null && attempt.completedAt !== null) || verdict.isComplete,
    items: attempt ? verdict.items : null,
    rule: played.completionRule,
  };
}

/** The global objectives by which an attempt may skip items; null in SCORM 1.2, which has none. */
async function objectivesOf(
  db: Kysely<Database>,
  attempt: ScopedAttempt & { personId: string },
  manifest: PackageManifest,
): Promise<KnownObjectives | null> {
  if (manifest.standard === 'scorm12') return null;
  return readObjectives(db, {
    personId: attempt.personId,
    scope: objectiveScope(attempt, playedOrganization(manifest)),
  });
}
