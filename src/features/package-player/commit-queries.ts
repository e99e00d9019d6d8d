import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Commit, ItemState } from '#domain/packaging/commit.ts';
import { isLater } from '#domain/packaging/merge-commits.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';

/** The attempt that a commit is of. */
export interface CommittedAttempt {
  attemptId: string;
  personId: string;
  moduleId: string;
  edition: number;
  versionId: string;
  /** The first day of the window it was opened in. */
  windowFrom: CivilDate;
  completedAt: Instant | null;
}

/** An attempt, open or closed; null when there is none. */
export async function findAttempt(db: Kysely<Database>, attemptId: string): Promise<CommittedAttempt | null> {
  const row = await db.selectFrom('package_attempt').where('id', '=', attemptId).selectAll().executeTakeFirst();
  return row
    ? {
        attemptId: row.id,
        personId: row.person_id,
        moduleId: row.module_id,
        edition: row.edition,
        versionId: row.version_id,
        windowFrom: row.window_from as CivilDate,
        completedAt: row.completed_at as Instant | null,
      }
    : null;
}

/** What a commit is judged by, besides its attempt. */
export interface LaunchedAttempt extends CommittedAttempt {
  deliveryId: string;
  completionRule: 'all' | 'any';
}

/** An attempt, open or closed, that was opened with this number; null when it never was. */
export async function findLaunchedAttempt(
  db: Kysely<Database>,
  attemptId: string,
  ordinal: number,
): Promise<LaunchedAttempt | null> {
  const row = await db
    .selectFrom('package_attempt')
    .innerJoin('package_launch', 'package_launch.attempt_id', 'package_attempt.id')
    .innerJoin('package_version', 'package_version.version_id', 'package_attempt.version_id')
    .where('package_attempt.id', '=', attemptId)
    .where('package_launch.ordinal', '=', ordinal)
    .select(['person_id', 'module_id', 'edition', 'window_from', 'package_attempt.version_id', 'completed_at'])
    .select(['delivery_id', 'completion_rule'])
    .executeTakeFirst();
  return row
    ? {
        attemptId,
        personId: row.person_id,
        moduleId: row.module_id,
        edition: row.edition,
        versionId: row.version_id,
        windowFrom: row.window_from as CivilDate,
        completedAt: row.completed_at as Instant | null,
        deliveryId: row.delivery_id,
        completionRule: row.completion_rule,
      }
    : null;
}

/** When this very commit was received; null when it is new. */
export async function findReceipt(
  db: Kysely<Database>,
  attemptId: string,
  { launch, sequence }: Pick<Commit, 'launch' | 'sequence'>,
): Promise<{ digest: string; at: Instant } | null> {
  const row = await db
    .selectFrom('package_commit')
    .where('attempt_id', '=', attemptId)
    .where('launch', '=', launch)
    .where('sequence', '=', sequence)
    .select(['digest', 'received_at'])
    .executeTakeFirst();
  return row ? { digest: row.digest, at: row.received_at as Instant } : null;
}

/** What is kept of an item of an attempt; null when it has said nothing yet. */
export async function findItemState(db: Kysely<Database>, attemptId: string, item: string): Promise<ItemState | null> {
  const row = await db
    .selectFrom('package_item')
    .where('attempt_id', '=', attemptId)
    .where('item', '=', item)
    .select('state')
    .executeTakeFirst();
  return row ? (JSON.parse(row.state) as ItemState) : null;
}

/** How far the items of an attempt have come, by item, without their data, which may be long. */
export async function readOutcomes(db: Kysely<Database>, attemptId: string): Promise<Map<string, ItemState>> {
  const rows = await db
    .selectFrom('package_item')
    .where('attempt_id', '=', attemptId)
    .select(sql<string>`json_set(state, '$.data', json('{}'))`.as('state'))
    .execute();
  return new Map(rows.map(({ state }) => JSON.parse(state) as ItemState).map((state) => [state.item, state]));
}

/** Whether a later commit than this one was received, of any item of the attempt. */
export async function isOvertaken(
  db: Kysely<Database>,
  attemptId: string,
  commit: Pick<Commit, 'launch' | 'sequence'>,
): Promise<boolean> {
  const latest = await db
    .selectFrom('package_commit')
    .where('attempt_id', '=', attemptId)
    .orderBy('launch', 'desc')
    .orderBy('sequence', 'desc')
    .limit(1)
    .select(['launch', 'sequence'])
    .executeTakeFirst();
  return latest !== undefined && isLater(latest, commit);
}

/**
 * Notes that a commit was received. Of each launch the latest hundred or so are remembered, more than can be on the way: an
 * older one that comes again is merged again, which changes nothing.
 */
export async function noteReceived(
  trx: Transaction<Database>,
  attemptId: string,
  { launch, sequence, item }: Commit,
  { digest, at }: { digest: string; at: Instant },
): Promise<void> {
  await trx
    .insertInto('package_commit')
    .values({ attempt_id: attemptId, launch, sequence, item, digest, received_at: at })
    .execute();
  // One commit in sixteen takes the older ones away, whichever that is.
  if (digest.startsWith('0')) await forgetOlder(trx, attemptId, launch);
}

const REMEMBERED = 100;

async function forgetOlder(trx: Transaction<Database>, attemptId: string, launch: number): Promise<void> {
  await trx
    .deleteFrom('package_commit')
    .where('attempt_id', '=', attemptId)
    .where('launch', '=', launch)
    .where('sequence', '<=', ({ selectFrom }) =>
      selectFrom('package_commit as later')
        .where('later.attempt_id', '=', attemptId)
        .where('later.launch', '=', launch)
        .orderBy('later.sequence', 'desc')
        .offset(REMEMBERED)
        .limit(1)
        .select('later.sequence'),
    )
    .execute();
}

/** Keeps the state of an item. */
export async function keepItemState(
  trx: Transaction<Database>,
  attemptId: string,
  state: ItemState,
  at: Instant,
): Promise<void> {
  const kept = { state: JSON.stringify(state), received_at: at };
  await trx
    .insertInto('package_item')
    .values({ attempt_id: attemptId, item: state.item, ...kept })
    .onConflict((conflict) => conflict.columns(['attempt_id', 'item']).doUpdateSet(kept))
    .execute();
}
