import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Commit, GlobalObjective, ItemState } from '#domain/packaging/commit.ts';
import type { Instant } from '#domain/time/instant.ts';

/** The attempt that a commit is of. */
export interface CommittedAttempt {
  attemptId: string;
  personId: string;
  moduleId: string;
  edition: number;
  versionId: string;
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
        completedAt: row.completed_at as Instant | null,
      }
    : null;
}

/** Whether an attempt was ever opened with this number. */
export async function hasLaunch(db: Kysely<Database>, attemptId: string, ordinal: number): Promise<boolean> {
  const row = await db
    .selectFrom('package_launch')
    .where('attempt_id', '=', attemptId)
    .where('ordinal', '=', ordinal)
    .select('id')
    .executeTakeFirst();
  return row !== undefined;
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

/** The states of the items of an attempt, by item. */
export async function readItemStates(db: Kysely<Database>, attemptId: string): Promise<Map<string, ItemState>> {
  const rows = await db.selectFrom('package_item').where('attempt_id', '=', attemptId).select('state').execute();
  return new Map(rows.map(({ state }) => JSON.parse(state) as ItemState).map((state) => [state.item, state]));
}

/** Notes that a commit was received; the latest hundred of each launch are remembered, which is more than can be on the way. */
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

const REMEMBERED = 100;

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

/** The global objective of a person; null when nothing was said of it. */
export async function findObjective(
  db: Kysely<Database>,
  { personId, scope, objective }: { personId: string; scope: string; objective: string },
): Promise<GlobalObjective | null> {
  const row = await db
    .selectFrom('package_objective')
    .where('person_id', '=', personId)
    .where('scope', '=', scope)
    .where('objective', '=', objective)
    .select('state')
    .executeTakeFirst();
  return row ? (JSON.parse(row.state) as GlobalObjective) : null;
}

/** Keeps a global objective of a person. */
export async function keepObjective(
  trx: Transaction<Database>,
  { personId, scope, objective }: { personId: string; scope: string; objective: string },
  state: GlobalObjective,
  at: Instant,
): Promise<void> {
  const kept = { state: JSON.stringify(state), changed_at: at };
  await trx
    .insertInto('package_objective')
    .values({ person_id: personId, scope, objective, ...kept })
    .onConflict((conflict) => conflict.columns(['person_id', 'scope', 'objective']).doUpdateSet(kept))
    .execute();
}
