import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { foldText } from '#platform/db/fold-text.ts';
import { isHeldOn } from './queries.ts';

export interface UnitLine {
  code: string;
  name: string;
  depth: number;
  /** Persons in this very unit on that day, not below it. */
  peopleCount: number;
  managers: string[];
}

export interface UnitFilter {
  on: CivilDate;
  /** Words of a name or of a code; blank for every unit. */
  search: string;
}

/** Units, parents before children, with their people on a day and their managers: all of them, or one page. */
export async function listUnitLines(
  db: Kysely<Database>,
  { on, search }: UnitFilter,
  page: { limit: number; offset: number } | null = null,
): Promise<UnitLine[]> {
  // Which units are on the page first: people and managers are read for no more than those.
  const shown = unitTree(db, search)
    .selectAll()
    .orderBy('sort_path')
    .$if(page !== null, (query) => query.limit(page!.limit).offset(page!.offset));
  const rows = await db
    .selectFrom(shown.as('shown'))
    .select((eb) => [
      'shown.code',
      'shown.name',
      'shown.depth',
      eb
        .selectFrom('membership')
        .whereRef('membership.unit_id', '=', 'shown.id')
        .where('from_date', '<=', on)
        .where((or) => or.or([or('to_date', 'is', null), or('to_date', '>', on)]))
        .select((count) => count.fn.countAll<number>().as('count'))
        .as('people_count'),
      eb
        .selectFrom('role_grant')
        .innerJoin('person', 'person.id', 'role_grant.person_id')
        .whereRef('role_grant.unit_id', '=', 'shown.id')
        .where(isHeldOn(on))
        .select(sql<string>`json_group_array(given_name || ' ' || family_name)`.as('names'))
        .as('managers'),
    ])
    .orderBy('shown.sort_path')
    .execute();
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    depth: Number(row.depth),
    peopleCount: row.people_count ?? 0,
    managers: Names.parse(JSON.parse(row.managers ?? '[]')),
  }));
}

export async function countUnits(db: Kysely<Database>, search: string): Promise<number> {
  const row = await unitTree(db, search)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** How many memberships run on a day. */
export async function countMemberships(db: Kysely<Database>, on: CivilDate): Promise<number> {
  const row = await db
    .selectFrom('membership')
    .where('from_date', '<=', on)
    .where((eb) => eb.or([eb('to_date', 'is', null), eb('to_date', '>', on)]))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

const Names = z.array(z.string());

function unitTree(db: Kysely<Database>, search: string) {
  let units = db
    .withRecursive('tree(id, code, name, depth, sort_path)', (q) =>
      q
        .selectFrom('unit')
        .where('parent_id', 'is', null)
        .select((eb) => ['id', 'code', 'name', eb.lit(0).as('depth'), 'code as sort_path'])
        .unionAll(
          q
            .selectFrom('unit')
            .innerJoin('tree', 'tree.id', 'unit.parent_id')
            .select((eb) => [
              'unit.id',
              'unit.code',
              'unit.name',
              eb('tree.depth', '+', 1).as('depth'),
              sql<string>`tree.sort_path || '/' || unit.code`.as('sort_path'),
            ]),
        ),
    )
    .selectFrom('tree');
  const text = sql`folded(tree.name || ' ' || tree.code)`;
  for (const word of foldText(search).split(' ').filter(Boolean))
    units = units.where(sql<boolean>`instr(${text}, ${word}) > 0`);
  return units;
}
