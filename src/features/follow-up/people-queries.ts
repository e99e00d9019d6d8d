import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database, PersonStatus } from '#db/schema.ts';
import type { ObligationStanding, ObligationState } from '#domain/obligation/obligation-state.ts';
import { foldText } from '#platform/db/fold-text.ts';
import type { PeopleSort } from './forms.ts';
import type { Situation } from './situation.ts';
import { digitOf, standingTables, toStanding } from './standing-queries.ts';

/** Which people of some units are asked for. */
export interface PeopleFilter {
  /** Null among them stands for those whom the programme does not concern. */
  states: readonly (ObligationState | null)[];
  status: PersonStatus | null;
  /** Words of a name or of an HR number, in any order; accents and case do not matter. */
  search: string;
}

/** A person and where they stand: obligation facts alone. */
export interface PersonStanding {
  personId: string;
  hrNumber: string | null;
  givenName: string;
  familyName: string;
  status: PersonStatus;
  /** Null when the programme does not concern them. */
  standing: ObligationStanding | null;
  /** How the name sorts. */
  nameKey: string;
}

/** One page of the people in these units on the day, and how many there are in all (0 beyond the last page). */
export async function listPeople(
  db: Kysely<Database>,
  situation: Situation,
  unitIds: RawBuilder<unknown>,
  filter: PeopleFilter,
  { sort, limit, offset }: { sort: PeopleSort; limit: number; offset: number },
): Promise<{ people: PersonStanding[]; count: number }> {
  const { rows } = await sql<PersonRow & { count: number }>`
    with ${matchingTables(situation, unitIds, filter)}
    select matching.*, count(*) over () as count from matching
    order by ${orderOf(sort)}, name_key, person_id limit ${limit} offset ${offset}`.execute(db);
  return { people: rows.map(toPerson), count: rows[0]?.count ?? 0 };
}

/** The people of one unit on the day, by name, after the last one read: for going through everybody in small steps. */
export async function listPeopleAfter(
  db: Kysely<Database>,
  situation: Situation,
  unitId: string,
  filter: PeopleFilter,
  { after, limit }: { after: PersonStanding | null; limit: number },
): Promise<PersonStanding[]> {
  const { rows } = await sql<PersonRow>`
    with ${matchingTables(situation, sql`values (${unitId})`, filter)}
    select * from matching where (name_key, person_id) > (${after?.nameKey ?? ''}, ${after?.personId ?? ''})
    order by name_key, person_id limit ${limit}`.execute(db);
  return rows.map(toPerson);
}

interface PersonRow {
  person_id: string;
  hr_number: string | null;
  given_name: string;
  family_name: string;
  status: PersonStatus;
  standing: string | null;
  name_key: string;
}

function matchingTables(situation: Situation, unitIds: RawBuilder<unknown>, { states, status, search }: PeopleFilter) {
  const digits = JSON.stringify(states.map((state) => (state === null ? '' : digitOf(state))));
  const isAsked = sql`ifnull(substr(standing, 1, 1), '') in (select value from json_each(${digits}))`;
  const words = foldText(search).split(' ').filter(Boolean);
  const hasWord = (word: string) =>
    sql`instr(folded(family_name || ' ' || given_name) || ' ' || ifnull(folded(hr_number), ''), ${word}) > 0`;
  const conditions = [isAsked, ...(status === null ? [] : [sql`status = ${status}`]), ...words.map(hasWord)];
  return sql`${standingTables(situation, unitIds)},
    matching as materialized (
      select person_id, unit_id, hr_number, given_name, family_name, status, standing,
        folded(family_name || ' ' || given_name) as name_key
      from standing join person on person.id = standing.person_id
      where ${sql.join(conditions, sql` and `)})`;
}

/** What comes before the name in the order; facts without a day stand last, whichever way one sorts. */
function orderOf(sort: PeopleSort): RawBuilder<unknown> {
  const direction = sql.raw(sort.startsWith('-') ? 'desc' : 'asc');
  switch (sort) {
    case 'nom':
    case '-nom':
      return sql`name_key ${direction}`;
    case 'etat':
    case '-etat':
      return sql`substr(standing, 1, 1) ${direction}`;
    case 'date':
    case '-date':
      return sql`ifnull(substr(standing, 2), '') = '', substr(standing, 2) ${direction}`;
    case 'unite':
    case '-unite':
      return sql`(select folded(name) from unit where id = unit_id) ${direction}`;
  }
}

function toPerson(row: PersonRow): PersonStanding {
  return {
    personId: row.person_id,
    hrNumber: row.hr_number,
    givenName: row.given_name,
    familyName: row.family_name,
    status: row.status,
    standing: row.standing === null ? null : toStanding(row.standing),
    nameKey: row.name_key,
  };
}
