import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { GlobalObjective, ItemState } from '#domain/packaging/commit.ts';
import type { Organization } from '#domain/packaging/manifest.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import { objectiveScope, type ScopedAttempt } from './objective-scope.ts';

/** The version of a package that is live. */
export interface LivePackage {
  moduleId: string;
  edition: number;
  versionId: string;
}

/** The latest version of a module that is a package; null for any other module. */
export async function findLivePackage(db: Kysely<Database>, slug: string): Promise<LivePackage | null> {
  const row = await db
    .selectFrom('module')
    .innerJoin('module_version', 'module_version.module_id', 'module.id')
    .where('module.slug', '=', slug)
    .where('module.is_package', '=', 1)
    .orderBy('edition', 'desc')
    .orderBy('revision', 'desc')
    .select(['module.id', 'edition', 'module_version.id as versionId'])
    .limit(1)
    .executeTakeFirst();
  return row ? { moduleId: row.id, edition: row.edition, versionId: row.versionId } : null;
}

/** What is kept of one person's attempt, without what they wrote. */
export interface Outcome extends ScopedAttempt {
  personId: string;
  completedAt: Instant | null;
  states: Map<string, ItemState>;
}

const PAGE = 500;

/** The latest attempts of an edition, one for each person, in small steps. */
export async function* listOutcomes(
  db: Kysely<Database>,
  { moduleId, edition }: Pick<LivePackage, 'moduleId' | 'edition'>,
): AsyncGenerator<Outcome[]> {
  for (let after = ''; ;) {
    const attempts = await db
      .selectFrom('package_attempt')
      .where('module_id', '=', moduleId)
      .where('edition', '=', edition)
      .where('closed_at', 'is', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .select(['id', 'person_id', 'window_from', 'completed_at'])
      .execute();
    if (attempts.length === 0) return;
    after = attempts.at(-1)!.id;
    const items = await readBareStates(
      db,
      attempts.map(({ id }) => id),
    );
    yield attempts.map(({ id, person_id, window_from, completed_at }) => ({
      attemptId: id,
      windowFrom: window_from as CivilDate,
      personId: person_id,
      completedAt: completed_at as Instant | null,
      states: items.get(id) ?? new Map<string, ItemState>(),
    }));
  }
}

async function readBareStates(
  db: Kysely<Database>,
  attempts: readonly string[],
): Promise<Map<string, Map<string, ItemState>>> {
  const rows = await db
    .selectFrom('package_item')
    .where('attempt_id', 'in', attempts)
    .select(['attempt_id', 'item', sql<string>`json_set(state, '$.data', json('{}'))`.as('state')])
    .execute();
  const byAttempt = new Map<string, Map<string, ItemState>>();
  for (const { attempt_id, item, state } of rows) {
    const states = byAttempt.get(attempt_id) ?? new Map<string, ItemState>();
    byAttempt.set(attempt_id, states.set(item, JSON.parse(state) as ItemState));
  }
  return byAttempt;
}

/** Global objectives of several people in the scopes of their attempts, by attempt. */
export async function readObjectivesOf(
  db: Kysely<Database>,
  outcomes: readonly Outcome[],
  organization: Organization,
): Promise<Map<string, Map<string, GlobalObjective>>> {
  const keys = new Map(
    outcomes.map((outcome) => [keyOf(outcome.personId, objectiveScope(outcome, organization)), outcome.attemptId]),
  );
  const rows = await db
    .selectFrom('package_objective')
    .where(
      'person_id',
      'in',
      outcomes.map(({ personId }) => personId),
    )
    .select(['person_id', 'scope', 'objective', 'state'])
    .execute();
  const byAttempt = new Map<string, Map<string, GlobalObjective>>();
  for (const { person_id, scope, objective, state } of rows) {
    const attempt = keys.get(keyOf(person_id, scope));
    if (attempt === undefined) continue;
    const objectives = byAttempt.get(attempt) ?? new Map<string, GlobalObjective>();
    byAttempt.set(attempt, objectives.set(objective, JSON.parse(state) as GlobalObjective));
  }
  return byAttempt;
}

const keyOf = (personId: string, scope: string) => `${personId} ${scope}`;
