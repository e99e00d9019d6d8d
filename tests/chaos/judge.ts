import type { ItemState } from '#domain/packaging/commit.ts';
import { isLater } from '#domain/packaging/merge-commits.ts';
import type { Acknowledged, AcknowledgedCommit } from './acknowledged.ts';
import type { SaidData } from './said.ts';
import type { ChaosSite } from './site.ts';

export interface Verdict {
  /** Acknowledged, and not there. */
  lost: number;
  /** There more than once. */
  duplicates: number;
}

/** Compares what was acknowledged with what is there. */
export async function judge(
  { db }: Pick<ChaosSite, 'db'>,
  { commits, lessons }: Pick<Acknowledged, 'commits' | 'lessons'>,
): Promise<Verdict> {
  const states = await db
    .selectFrom('package_item')
    .innerJoin('package_attempt', 'package_attempt.id', 'package_item.attempt_id')
    .select(['person_id', 'state'])
    .execute();
  const byPerson = new Map(states.map(({ person_id, state }) => [person_id, JSON.parse(state) as ItemState]));
  const read = await db.selectFrom('lesson_read').select(['person_id', 'module_id', 'edition', 'lesson']).execute();
  const completed = await db
    .selectFrom('completion')
    .where('rule', '=', 'package')
    .select(['person_id', 'module_id', 'edition'])
    .execute();
  const journal = await db
    .selectFrom('journal')
    .where('verb', '=', 'module:complete')
    .select(['actor_id', 'subject_id'])
    .execute();
  const learners = new Set(states.map(({ person_id }) => person_id));
  const attempts = await db.selectFrom('package_attempt').select(['person_id', 'module_id', 'edition']).execute();
  const isRead = new Set(read.map(({ person_id, lesson }) => `${person_id} ${lesson}`));
  const isCompleted = new Set(completed.map(({ person_id }) => person_id));
  const lost =
    commits.filter((commit) => isLost(commit, byPerson.get(commit.personId), isCompleted)).length +
    lessons.filter(({ personId, lesson }) => !isRead.has(`${personId} ${lesson}`)).length;
  const lines = journal.filter(({ actor_id }) => actor_id !== null && learners.has(actor_id));
  return { lost, duplicates: [states, read, completed, lines, attempts].map(repeated).reduce((a, b) => a + b, 0) };
}

/** The place of the last one, the best score of all, and a completion once it was told. */
function isLost(commit: AcknowledgedCommit, state: ItemState | undefined, isCompleted: ReadonlySet<string>): boolean {
  if (!state || isLater(commit, state)) return true;
  if (commit.score !== null && (state.scaledScore ?? -1) < commit.score) return true;
  if (commit.isComplete && !isCompleted.has(commit.personId)) return true;
  const isTheLast = state.launch === commit.launch && state.sequence === commit.sequence;
  return isTheLast && placeOf(state.data) !== commit.place;
}

function placeOf({ cmi }: SaidData): string {
  return cmi?.core?.lesson_location ?? '';
}

function repeated(rows: readonly Record<string, unknown>[]): number {
  const keys = rows.map((row) => JSON.stringify({ ...row, state: null }));
  return keys.length - new Set(keys).size;
}
