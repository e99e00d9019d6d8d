import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { LaunchEnd } from '#domain/packaging/player-messages.ts';
import { addDuration, minutes, seconds, type Instant } from '#domain/time/instant.ts';
import { whenFree } from '#platform/db/when-free.ts';
import { launchEnd } from './launch-end.ts';

/** A launch as the packages' origin knows it: by the host name of its attempt and its own token, and by nothing else. */
export interface ServedLaunch {
  launchId: string;
  attemptId: string;
  ordinal: number;
  personId: string;
  versionId: string;
  deliveryId: string;
  seenAt: Instant;
  /** Why it serves the package no more; null while it does. */
  end: LaunchEnd | null;
}

/** The launch of this address; null when the host and the token do not belong together. */
export async function findServedLaunch(
  db: Kysely<Database>,
  { hostLabel, token, now }: { hostLabel: string; token: string; now: Instant },
): Promise<ServedLaunch | null> {
  const row = await db
    .selectFrom('package_launch')
    .innerJoin('package_attempt', 'package_attempt.id', 'package_launch.attempt_id')
    .innerJoin('package_version', 'package_version.version_id', 'package_attempt.version_id')
    .where('package_launch.token', '=', token)
    .where('package_attempt.host_label', '=', hostLabel)
    .select([
      'package_launch.id',
      'package_launch.attempt_id',
      'package_launch.ordinal',
      'package_launch.seen_at',
      'package_launch.ended_at',
      'package_launch.expires_at',
      'package_launch.session_hash',
      'package_attempt.person_id',
      'package_attempt.version_id',
      'package_version.delivery_id',
    ])
    .executeTakeFirst();
  return row
    ? {
        launchId: row.id,
        attemptId: row.attempt_id,
        ordinal: row.ordinal,
        personId: row.person_id,
        versionId: row.version_id,
        deliveryId: row.delivery_id,
        seenAt: row.seen_at as Instant,
        end: launchEnd(
          {
            endedAt: row.ended_at as Instant | null,
            sessionHash: row.session_hash,
            expiresAt: row.expires_at as Instant,
          },
          now,
        ),
      }
    : null;
}

/** Notes that the tab of a launch went: it may come back, and holds nobody up meanwhile. */
export async function noteGone(db: Kysely<Database>, launchId: string, now: Instant): Promise<void> {
  const seen_at = addDuration(now, minutes(-10));
  await whenFree(() => db.updateTable('package_launch').set({ seen_at }).where('id', '=', launchId).execute());
}

const OFTEN_ENOUGH = seconds(20);

/** Notes that the tab of a launch is there; more often than every twenty seconds writes nothing. */
export async function noteSeen(
  db: Kysely<Database>,
  { launchId, seenAt }: Pick<ServedLaunch, 'launchId' | 'seenAt'>,
  now: Instant,
): Promise<void> {
  if (now < addDuration(seenAt, OFTEN_ENOUGH)) return;
  await whenFree(() =>
    db
      .updateTable('package_launch')
      .set({ seen_at: now })
      .where('id', '=', launchId)
      .where('seen_at', '<', now)
      .execute(),
  );
}
