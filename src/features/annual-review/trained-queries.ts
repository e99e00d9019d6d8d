import { sql, type Kysely, type RawBuilder } from 'kysely';
import { z } from 'zod';
import type { Database } from '#db/schema.ts';
import type { PersonStatus } from '#domain/identity/person-status.ts';
import { civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import { listedValues } from '#platform/db/listed-rows.ts';
import type { Army, ReviewedModule } from './review-figures.ts';

/** The modules that programmes known on a day ask for, under their title of that day. */
export async function listReviewedModules(db: Kysely<Database>, day: CivilDate): Promise<ReviewedModule[]> {
  const rows = await db
    .selectFrom('programme_module')
    .innerJoin('programme', 'programme.id', 'programme_module.programme_id')
    .innerJoin('module', 'module.id', 'programme_module.module_id')
    .innerJoin('module_version', 'module_version.module_id', 'module.id')
    .select(['module.id', 'module.code', 'title', 'published_at', 'programme.created_at'])
    .orderBy('module.code')
    .orderBy('edition')
    .orderBy('revision')
    .execute();
  const isKnown = (at: string) => civilDateOf(at as Instant) <= day;
  const titles = new Map<string, ReviewedModule>();
  for (const row of rows.filter(({ created_at }) => isKnown(created_at)))
    if (isKnown(row.published_at) || !titles.has(row.id))
      titles.set(row.id, { moduleId: row.id, code: row.code, title: row.title });
  return [...titles.values()];
}

/** The units at the top on a day, and those just below the only one there is. */
export async function listArmies(db: Kysely<Database>, day: CivilDate): Promise<{ top: Army | null; armies: Army[] }> {
  const tops = await unitsWhere(
    db,
    sql`exists (${linksOn(day)} and depth = 0) and not exists (${linksOn(day)} and depth > 0)`,
    day,
  );
  const [top] = tops;
  if (!top || tops.length > 1) return { top: null, armies: tops };
  const below = sql`exists (${linksOn(day)} and depth = 1 and ancestor_id = ${top.unitId})`;
  return { top, armies: await unitsWhere(db, below, day) };
}

/** What stands above a unit on a day, itself included. */
const linksOn = (day: CivilDate) => sql`select 1 from unit_closure where descendant_id = unit.id
  and from_date <= ${day} and (to_date is null or to_date > ${day})`;

async function unitsWhere(db: Kysely<Database>, condition: RawBuilder<unknown>, day: CivilDate): Promise<Army[]> {
  const rows = await db
    .selectFrom('unit')
    .where(sql<boolean>`${condition}`)
    .where((eb) => eb.or([eb('closed_on', 'is', null), eb('closed_on', '>', day)]))
    .select(['id', 'name'])
    .orderBy(sql`folded(name)`)
    .execute();
  return rows.map(({ id, name }) => ({ unitId: id, name }));
}

/** A completion of the period, with what groups it. */
export interface TrainedFact {
  personId: string;
  /** What the person was on the last day of the period. */
  status: PersonStatus;
  versionId: string;
  on: CivilDate;
  /** Where the person was that day. */
  unitIds: string[];
}

/** The completions of a module in some days, as they counted on a later one: few enough days, and the reading holds nobody up. */
export async function listTrainedFacts(
  db: Kysely<Database>,
  { moduleId, from, to, asOf }: { moduleId: string; from: CivilDate; to: CivilDate; asOf: CivilDate },
): Promise<TrainedFact[]> {
  const rows = await db
    .selectFrom('completion')
    .innerJoin('person', 'person.id', 'completion.person_id')
    .where('module_id', '=', moduleId)
    .where('completed_on', '>=', from)
    .where('completed_on', '<=', to)
    .where((eb) => eb.or([eb('withdrawn_on', 'is', null), eb('withdrawn_on', '>', asOf)]))
    .select(['person_id', 'version_id', 'completed_on'])
    .select(
      sql<PersonStatus>`ifnull((select was.status from person_before as was where was.person_id = person.id
        and was.before_date > ${asOf} order by was.before_date limit 1), person.status)`.as('status'),
    )
    .select(
      sql<string | null>`(select group_concat(unit_id) from membership where person_id = completion.person_id
        and from_date <= completed_on and (to_date is null or to_date > completed_on))`.as('unit_ids'),
    )
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    status: row.status,
    versionId: row.version_id,
    on: row.completed_on as CivilDate,
    unitIds: row.unit_ids?.split(',') ?? [],
  }));
}

/** Under which army a unit stands, from a day to a day. */
export interface ArmyLink {
  armyId: string;
  from: CivilDate;
  to: CivilDate | null;
}

/** The armies above each unit, itself included. */
export async function listArmyLinks(
  db: Kysely<Database>,
  armies: readonly Army[],
): Promise<Map<string, readonly ArmyLink[]>> {
  const rows = await db
    .selectFrom('unit_closure')
    .where('ancestor_id', 'in', listedValues(armies.map(({ unitId }) => unitId)))
    .select(['ancestor_id', 'descendant_id', 'from_date', 'to_date'])
    .execute();
  const links = Map.groupBy(rows, (row) => row.descendant_id);
  return new Map(
    [...links].map(([unitId, ofUnit]) => [
      unitId,
      ofUnit.map((row): ArmyLink => ({
        armyId: row.ancestor_id,
        from: row.from_date as CivilDate,
        to: row.to_date as CivilDate | null,
      })),
    ]),
  );
}

const Themes = z.array(z.string());

/** The themes of each version. */
export async function listThemes(
  db: Kysely<Database>,
  moduleIds: readonly string[],
): Promise<Map<string, readonly string[]>> {
  const rows = await db
    .selectFrom('module_version')
    .innerJoin('compiled_version', 'compiled_version.version_id', 'module_version.id')
    .where('module_id', 'in', listedValues(moduleIds))
    .select(['module_version.id', sql<string | null>`compiled ->> '$.themes'`.as('themes')])
    .execute();
  return new Map(rows.map(({ id, themes }) => [id, Themes.parse(JSON.parse(themes ?? '[]'))]));
}
