import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { ItemState } from '#domain/packaging/commit.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';

/** One person in one edition of a package, from their first opening on. */
export interface PackageAttempt {
  attemptId: string;
  personId: string;
  moduleId: string;
  edition: number;
  versionId: string;
  /** The first day of the window it was opened in. */
  windowFrom: CivilDate;
  hostLabel: string;
  openedAt: Instant;
  completedAt: Instant | null;
}

/** One opening of the player: one tab. */
export interface PackageLaunch {
  launchId: string;
  ordinal: number;
  token: string;
  openedAt: Instant;
  expiresAt: Instant;
  seenAt: Instant;
  endedAt: Instant | null;
  /** The sign-in session that it was opened in; null once that has ended. */
  sessionHash: string | null;
}

/** The attempt a person is in, which may be of a window that is over; null before a first opening. */
export async function findOpenAttempt(
  db: Kysely<Database>,
  { personId, moduleId, edition }: Pick<PackageAttempt, 'personId' | 'moduleId' | 'edition'>,
): Promise<PackageAttempt | null> {
  const row = await db
    .selectFrom('package_attempt')
    .where('person_id', '=', personId)
    .where('module_id', '=', moduleId)
    .where('edition', '=', edition)
    .where('closed_at', 'is', null)
    .selectAll()
    .executeTakeFirst();
  return row
    ? {
        attemptId: row.id,
        personId: row.person_id,
        moduleId: row.module_id,
        edition: row.edition,
        versionId: row.version_id,
        windowFrom: row.window_from as CivilDate,
        hostLabel: row.host_label,
        openedAt: row.opened_at as Instant,
        completedAt: row.completed_at as Instant | null,
      }
    : null;
}

/** The latest opening of an attempt; null before a first one. */
export async function findLatestLaunch(db: Kysely<Database>, attemptId: string): Promise<PackageLaunch | null> {
  const row = await db
    .selectFrom('package_launch')
    .where('attempt_id', '=', attemptId)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .selectAll()
    .executeTakeFirst();
  return row
    ? {
        launchId: row.id,
        ordinal: row.ordinal,
        token: row.token,
        openedAt: row.opened_at as Instant,
        expiresAt: row.expires_at as Instant,
        seenAt: row.seen_at as Instant,
        endedAt: row.ended_at as Instant | null,
        sessionHash: row.session_hash,
      }
    : null;
}

/** What is kept of each item that was opened, and when it was received. */
export async function listItemStates(
  db: Kysely<Database>,
  attemptId: string,
): Promise<{ state: ItemState; receivedAt: Instant }[]> {
  const rows = await db
    .selectFrom('package_item')
    .where('attempt_id', '=', attemptId)
    .select(['state', 'received_at'])
    .execute();
  return rows.map(({ state, received_at }) => ({
    state: JSON.parse(state) as ItemState,
    receivedAt: received_at as Instant,
  }));
}

/** The global objectives that an attempt reads: its own, or those its person shares across packages. */
export async function listObjectives(
  db: Kysely<Database>,
  { personId, scope }: { personId: string; scope: string },
): Promise<Record<string, unknown>> {
  const rows = await db
    .selectFrom('package_objective')
    .where('person_id', '=', personId)
    .where('scope', '=', scope)
    .select(['objective', 'state'])
    .execute();
  return Object.fromEntries(rows.map(({ objective, state }) => [objective, JSON.parse(state) as unknown]));
}
