import type { Actor } from '#domain/identity/roles.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { pageLinks, type PageLinks } from '#platform/http/page-links.ts';
import { newFileIds } from '#platform/lists/new-file-ids.ts';
import type { ExportFormat } from '#domain/exports/export-formats.ts';
import type { UnitQueryValues } from './forms.ts';
import type { FigureSource } from './load-follow-up-page.ts';
import { loadSituation, type AskedSituation } from './load-situation.ts';
import { peopleFilterOf } from './people-filter.ts';
import { listSavedViews, type SavedView } from './saved-views.ts';
import { findUnitInScope, listPathInScope } from './scope-queries.ts';
import type { Unit } from './situation.ts';
import { historyTask, type History } from './tasks/history-task.ts';
import { unitTask, type UnitAnswer } from './tasks/unit-task.ts';

export const PEOPLE_PER_PAGE = 50;

export interface UnitPage extends AskedSituation, UnitAnswer {
  /** From the highest unit the actor may see down to this one. */
  path: Unit[];
  query: UnitQueryValues;
  links: PageLinks;
  history: History;
  views: SavedView[];
  /** Of files that may be asked for from this page. */
  newIds: Record<ExportFormat, string>;
}

/** A unit with its figures, its sub-units and its people; null when it is not there, or not the actor's. */
export async function loadUnitPage(
  { db, tasks }: FigureSource,
  actor: Actor,
  { code, query, today, url }: { code: string; query: UnitQueryValues; today: CivilDate; url: URL },
): Promise<UnitPage | null> {
  const unit = await findUnitInScope(db, actor, code);
  const asked = unit && (await loadSituation(db, query, today));
  if (!unit || !asked) return null;

  const answer = await tasks.run(unitTask, {
    situation: asked.situation,
    unit,
    unitSort: query['tri-unites'],
    filter: peopleFilterOf(query, asked.situation),
    sort: query.tri,
    page: query.page,
    perPage: PEOPLE_PER_PAGE,
  });
  const unitIds = [answer.unit, ...answer.children].map((row) => row.unit.unitId);
  return {
    ...asked,
    ...answer,
    history: await tasks.run(historyTask, { situation: asked.situation, unitIds }),
    views: await listSavedViews(db, actor.personId),
    path: await listPathInScope(db, actor, unit.unitId),
    query,
    newIds: newFileIds(),
    links: pageLinks(url, answer.page, PEOPLE_PER_PAGE, answer.peopleCount),
  };
}
