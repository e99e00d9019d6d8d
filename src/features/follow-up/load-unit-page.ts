import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#domain/identity/roles.ts';
import { rollUpCounts } from '#domain/obligation/roll-up-counts.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { pageLinks, type PageLinks } from '#platform/http/page-links.ts';
import { arrangeTree, type UnitRow } from './arrange-tree.ts';
import type { UnitQueryValues } from './forms.ts';
import { loadSituation, type AskedSituation } from './load-situation.ts';
import { listPeople, type PeopleFilter } from './people-queries.ts';
import { loadPersonLines, type PersonLine } from './person-line.ts';
import { findUnitInScope, listPathInScope, listSubtrees } from './scope-queries.ts';
import type { Situation, Unit } from './situation.ts';
import { listStandingGroups, unitsBelow } from './standing-queries.ts';
import { STATE_CHOICES } from './state-words.ts';

export const PEOPLE_PER_PAGE = 50;

export interface UnitPage extends AskedSituation {
  /** From the highest unit the actor may see down to this one. */
  path: Unit[];
  unit: UnitRow;
  children: UnitRow[];
  query: UnitQueryValues;
  people: PersonLine[];
  peopleCount: number;
  links: PageLinks;
}

/** A unit with its figures, its sub-units and its people; null when it is not there, or not the actor's. */
export async function loadUnitPage(
  db: Kysely<Database>,
  actor: Actor,
  { code, query, today, url }: { code: string; query: UnitQueryValues; today: CivilDate; url: URL },
): Promise<UnitPage | null> {
  const unit = await findUnitInScope(db, actor, code);
  const asked = unit && (await loadSituation(db, query, today));
  if (!unit || !asked) return null;

  const { situation } = asked;
  const units = await listSubtrees(db, [unit.unitId], asked.situation.day);
  const figures = rollUpCounts(units, await listStandingGroups(db, situation, [unit.unitId]));
  const [top, ...children] = arrangeTree(units, figures, unit.unitId, { sort: query['tri-unites'], levels: 2 });
  const { people, count, pageNumber } = await listPeoplePage(db, situation, unit, query);
  return {
    ...asked,
    path: await listPathInScope(db, actor, unit.unitId),
    unit: top!,
    children,
    query,
    people: await loadPersonLines(db, situation, unit, people),
    peopleCount: count,
    links: pageLinks(url, pageNumber, PEOPLE_PER_PAGE, count),
  };
}

/** Which people an address asks for. */
export function peopleFilterOf({ etat, statut, recherche }: UnitQueryValues): PeopleFilter {
  return { states: STATE_CHOICES[etat].states, status: statut, search: recherche };
}

async function listPeoplePage(db: Kysely<Database>, situation: Situation, unit: Unit, query: UnitQueryValues) {
  const listPage = (pageNumber: number) =>
    listPeople(db, situation, unitsBelow([unit.unitId], situation.day), peopleFilterOf(query), {
      sort: query.tri,
      limit: PEOPLE_PER_PAGE,
      offset: (pageNumber - 1) * PEOPLE_PER_PAGE,
    });
  const page = await listPage(query.page);
  // An address kept from a longer list opens on the first page rather than on nothing.
  if (page.count === 0 && query.page > 1) return { ...(await listPage(1)), pageNumber: 1 };
  return { ...page, pageNumber: query.page };
}
