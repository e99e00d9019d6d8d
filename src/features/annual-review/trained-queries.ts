import { sql, type Kysely, type RawBuilder } from 'kysely';
import { z } from 'zod';
import type { Database } from '#db/schema.ts';
import type { PersonStatus } from '#domain/identity/person-status.ts';
import { civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import { listedRows, listedValues } from '#platform/db/listed-rows.ts';
import type { Army, ReviewedModule, ReviewPeriod, YearFigures } from './review-figures.ts';

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

type Trained = Pick<
  YearFigures,
  'people' | 'completions' | 'byArmy' | 'outsideArmies' | 'byStatus' | 'byTheme' | 'byModule'
>;

/** Who completed one of these modules in the period: distinct persons, all of them and by group. */
export async function countTrained(
  db: Kysely<Database>,
  period: ReviewPeriod,
  moduleIds: readonly string[],
  armies: readonly Army[],
): Promise<Trained> {
  const facts = sql`(select person_id, module_id, version_id, completed_on from completion
    where module_id in ${listedValues(moduleIds)} and completed_on >= ${period.from} and completed_on <= ${period.to})`;
  const one = async <Row>(query: ReturnType<typeof sql>) => (await query.execute(db)).rows as Row[];
  // Where the person was on the day of the completion, in the tree of that day.
  const inArmy = sql`membership
    join unit_closure closure on closure.descendant_id = membership.unit_id
      and closure.ancestor_id in ${listedValues(armies.map(({ unitId }) => unitId))}
      and closure.from_date <= completed_on and (closure.to_date is null or closure.to_date > completed_on)
    where membership.person_id = facts.person_id
      and membership.from_date <= completed_on and (membership.to_date is null or membership.to_date > completed_on)`;
  const totals = await one<{ people: number; completions: number }>(
    sql`select count(distinct person_id) as people, count(*) as completions from ${facts}`,
  );
  const grouped = (query: ReturnType<typeof sql>) => one<{ name: string; count: number }>(query).then(toRecord);
  const [outside] = await one<{ count: number }>(
    sql`select count(distinct person_id) as count from ${facts} as facts where not exists (select 1 from ${inArmy})`,
  );
  return {
    ...totals[0]!,
    byArmy: await grouped(
      sql`select ancestor_id as name, count(distinct person_id) as count from (
        select facts.person_id, closure.ancestor_id from ${facts} as facts, ${inArmy}) group by 1`,
    ),
    outsideArmies: outside!.count,
    byStatus: (await grouped(
      sql`select status as name, count(distinct person_id) as count from ${facts} join person on person.id = person_id group by 1`,
    )) satisfies Partial<Record<PersonStatus, number>>,
    byTheme: await grouped(
      sql`select theme as name, count(distinct person_id) as count from ${facts} as facts
        join ${listedRows('themes', ['id', 'theme'], await listThemes(db, moduleIds))} on themes.id = facts.version_id
        group by 1`,
    ),
    byModule: await grouped(sql`select module_id as name, count(distinct person_id) as count from ${facts} group by 1`),
  };
}

function toRecord(rows: { name: string; count: number }[]): Record<string, number> {
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

const Themes = z.array(z.string());

/** The themes of each version: one line per version and theme. */
async function listThemes(
  db: Kysely<Database>,
  moduleIds: readonly string[],
): Promise<{ id: string; theme: string }[]> {
  const rows = await db
    .selectFrom('module_version')
    .innerJoin('compiled_version', 'compiled_version.version_id', 'module_version.id')
    .where('module_id', 'in', listedValues(moduleIds))
    .select(['module_version.id', sql<string | null>`compiled ->> '$.themes'`.as('themes')])
    .execute();
  return rows.flatMap(({ id, themes }) =>
    [...new Set(Themes.parse(JSON.parse(themes ?? '[]')))].map((theme) => ({ id, theme })),
  );
}
