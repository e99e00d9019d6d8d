import type { ItemState } from '#domain/packaging/commit.ts';
import { isLater } from '#domain/packaging/merge-commits.ts';
import type { Acknowledged } from './play-runs.ts';
import type { ChaosSite } from './site.ts';

export interface Verdict {
  /** Acknowledged, and not there. */
  lost: number;
  /** There more than once. */
  duplicates: number;
}

/** Compares what was acknowledged with what is there. */
export async function judge({ db }: ChaosSite, { commits, lessons }: Acknowledged): Promise<Verdict> {
  const states = await db
    .selectFrom('package_item')
    .innerJoin('package_attempt', 'package_attempt.id', 'package_item.attempt_id')
    .select(['person_id', 'state'])
    .execute();
  const byPerson = new Map(states.map(({ person_id, state }) => [person_id, JSON.parse(state) as ItemState]));
  const lostCommits = commits.filter((commit) => {
    const state = byPerson.get(commit.personId);
    if (!state || isLater(commit, state)) return true;
    const isTheLast = state.launch === commit.launch && state.sequence === commit.sequence;
    return isTheLast && placeOf(state) !== commit.place;
  });
  const read = await db.selectFrom('lesson_read').select(['person_id', 'lesson']).execute();
  const isRead = new Set(read.map(({ person_id, lesson }) => `${person_id} ${lesson}`));
  const lostLessons = lessons.filter(({ personId, lesson }) => !isRead.has(`${personId} ${lesson}`));
  return { lost: lostCommits.length + lostLessons.length, duplicates: repeated(read) + repeated(states) };
}

function placeOf({ data }: ItemState): string {
  const { cmi } = data as { cmi?: { core?: { lesson_location?: string } } };
  return cmi?.core?.lesson_location ?? '';
}

function repeated(rows: readonly { person_id: string; lesson?: string }[]): number {
  return rows.length - new Set(rows.map(({ person_id, lesson }) => `${person_id} ${lesson ?? ''}`)).size;
}
