import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { isOfWindow } from '#domain/progress/module-window.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { addDuration, hours, minutes, type Instant } from '#domain/time/instant.ts';
import { beginEdition } from '#features/learning/begin-module.ts';
import { findFollowed, followedKey, type Followed } from '#features/learning/followed-version.ts';
import { learnerOf } from '#features/learning/learner-of.ts';
import { findPackageVersion } from '#features/packages/find-package-version.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids.ts';
import { launchEnd } from './launch-end.ts';
import { unguessableName } from './unguessable-name.ts';
import { findLatestLaunch, findOpenAttempt, type PackageAttempt, type PackageLaunch } from './attempt-queries.ts';

/** How long an opening serves the package: a long working day. */
const LAUNCH_LIFE = hours(12);

/** A tab that has not been heard of for so long is taken for closed. */
const SILENCE = minutes(2);

export type OpenPackageResult =
  | { outcome: 'opened'; launchId: string }
  /** Another tab, or another machine, plays it: whoever wants to go on here says so. */
  | { outcome: 'open-elsewhere'; seenAt: Instant }
  | { outcome: 'no-such-package' };

/**
 * Opens a package for the acting person, in the version they follow, and ends what was open elsewhere when asked to.
 * @param sessionHash the sign-in session they act in: the opening ends with it
 */
export async function openPackage(
  db: Kysely<Database>,
  act: Act,
  { code, takeOver, sessionHash }: { code: string; takeOver: boolean; sessionHash: string },
): Promise<OpenPackageResult> {
  const personId = learnerOf(act);
  return inTransaction(db, async (trx) => {
    const followed = await findFollowed(trx, personId, { code, today: civilDateOf(act.at) });
    const package_ = followed && (await findPackageVersion(trx, followed.version.id));
    if (!followed || !package_) return { outcome: 'no-such-package' };
    if (!followed.isBegun) await beginEdition(trx, act, followed);
    const attempt = await attemptOf(trx, act, personId, followed);
    const latest = await findLatestLaunch(trx, attempt.attemptId);
    if (latest && !takeOver && isHeardOf(latest, act.at)) return { outcome: 'open-elsewhere', seenAt: latest.seenAt };
    await endLaunches(trx, attempt.attemptId, act.at);
    const ordinal = (latest?.ordinal ?? 0) + 1;
    return { outcome: 'opened', launchId: await insertLaunch(trx, act, { ...attempt, ordinal, sessionHash }) };
  });
}

/** Whether the tab of a launch was there lately. */
export function isHeardOf(launch: PackageLaunch, now: Instant): boolean {
  return launchEnd(launch, now) === null && now < addDuration(launch.seenAt, SILENCE);
}

/**
 * The attempt that is open, or a new one when there is none or its window is over; a correction of the same edition is played from
 * its next opening on.
 */
async function attemptOf(
  trx: Transaction<Database>,
  act: Act,
  personId: string,
  followed: Followed,
): Promise<PackageAttempt> {
  const { version, window } = followed;
  const key = followedKey(personId, followed);
  const open = await findOpenAttempt(trx, key);
  if (open && isOfWindow(window, open.windowFrom)) {
    if (open.versionId !== version.id)
      await trx
        .updateTable('package_attempt')
        .set({ version_id: version.id })
        .where('id', '=', open.attemptId)
        .execute();
    return open;
  }
  if (open) await closeAttempt(trx, open.attemptId, act.at);
  const values = {
    id: newId(),
    window_from: window.from,
    version_id: version.id,
    host_label: unguessableName(),
    opened_at: act.at,
  };
  await trx
    .insertInto('package_attempt')
    .values({ ...values, person_id: personId, module_id: version.moduleId, edition: version.edition })
    .execute();
  return (await findOpenAttempt(trx, key))!;
}

async function closeAttempt(trx: Transaction<Database>, attemptId: string, at: Instant): Promise<void> {
  await endLaunches(trx, attemptId, at);
  await trx.updateTable('package_attempt').set({ closed_at: at }).where('id', '=', attemptId).execute();
}

async function endLaunches(trx: Transaction<Database>, attemptId: string, at: Instant): Promise<void> {
  await trx
    .updateTable('package_launch')
    .set({ ended_at: at })
    .where('attempt_id', '=', attemptId)
    .where('ended_at', 'is', null)
    .execute();
}

async function insertLaunch(
  trx: Transaction<Database>,
  act: Act,
  { attemptId, ordinal, sessionHash }: { attemptId: string; ordinal: number; sessionHash: string },
): Promise<string> {
  const id = newId();
  await trx
    .insertInto('package_launch')
    .values({
      id,
      attempt_id: attemptId,
      ordinal,
      token: unguessableName(),
      opened_at: act.at,
      expires_at: addDuration(act.at, LAUNCH_LIFE),
      seen_at: act.at,
      session_hash: sessionHash,
    })
    .execute();
  return id;
}
