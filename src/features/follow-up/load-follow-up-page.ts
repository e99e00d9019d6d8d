import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#domain/identity/roles.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { TaskRunner } from '#platform/tasks/task.ts';
import type { FollowUpQueryValues, UnitSort } from './forms.ts';
import { loadSituation, type AskedSituation } from './load-situation.ts';
import { listProgrammes } from './programme-queries.ts';
import { listSavedViews, type SavedView } from './saved-views.ts';
import { listScopeRoots } from './scope-queries.ts';
import { historyTask, type History } from './tasks/history-task.ts';
import type { ReadingTime } from './tasks/read-figures.ts';
import { treeTask, type FollowedTree } from './tasks/tree-task.ts';

export interface FollowUpPage extends AskedSituation, ReadingTime {
  trees: FollowedTree[];
  history: History;
  sort: UnitSort;
  views: SavedView[];
}

/** Nothing to follow up before a first programme is opened. */
export interface NoProgrammePage {
  programmes: [];
}

/** Where figures come from: the database for who may see what, the workers for what it comes to. */
export interface FigureSource {
  db: Kysely<Database>;
  tasks: TaskRunner;
}

/** The units that the actor follows, each with its figures; null when the programme asked for does not exist. */
export async function loadFollowUpPage(
  { db, tasks }: FigureSource,
  actor: Actor,
  { query, today }: { query: FollowUpQueryValues; today: CivilDate },
): Promise<FollowUpPage | NoProgrammePage | null> {
  const asked = await loadSituation(db, query, today);
  if (!asked) return (await listProgrammes(db)).length === 0 && query.programme === '' ? { programmes: [] } : null;
  const roots = await listScopeRoots(db, actor);
  const { situation } = asked;
  const request = { situation, roots, sort: query.tri, levels: query.niveaux ?? null };
  const answer = await tasks.run(treeTask, request);
  const unitIds = answer.trees.flatMap(({ rows }) => rows.map(({ unit }) => unit.unitId));
  const history = await tasks.run(historyTask, { situation, unitIds });
  return { ...asked, ...answer, history, sort: query.tri, views: await listSavedViews(db, actor.personId) };
}
