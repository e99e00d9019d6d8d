import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { GlobalObjective } from '#domain/packaging/commit.ts';
import type { Instant } from '#domain/time/instant.ts';

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

/** The global objectives of a person in a scope, by identifier. */
export async function readObjectives(
  db: Kysely<Database>,
  { personId, scope }: { personId: string; scope: string },
): Promise<Map<string, GlobalObjective>> {
  const rows = await db
    .selectFrom('package_objective')
    .where('person_id', '=', personId)
    .where('scope', '=', scope)
    .select(['objective', 'state'])
    .execute();
  return new Map(rows.map(({ objective, state }) => [objective, JSON.parse(state) as GlobalObjective]));
}
