import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { listedValues } from '#platform/db/listed-rows.ts';
import type { GroupChange, PeopleSelection } from './people-selection.ts';

export interface AskedSelection {
  selection: PeopleSelection;
  programmeId: string;
  today: CivilDate;
}

/** Of those selected and present on a day: whether they are designated for the programme without an end, and until when at most. */
export function selectPeople(db: Kysely<Database>, { selection, programmeId, today }: AskedSelection) {
  const { unitCode, status, rankGroup, job, numbers } = selection;
  const open = sql<string | null>`(select id from designation where programme_id = ${programmeId}
    and designation.person_id = person.id and to_date is null)`;
  const runningTo = sql<CivilDate | null>`(select max(to_date) from designation where programme_id = ${programmeId}
    and designation.person_id = person.id and to_date > ${today})`;
  return db
    .selectFrom('person')
    .select(['person.id', 'person.hr_number', 'family_name', 'given_name'])
    .select([open.as('open_id'), runningTo.as('running_to')])
    .$if(numbers === null, (query) => query.where(isPresent(unitCode, today)))
    .$if(numbers !== null, (query) => query.where('hr_number', 'in', listedValues(numbers ?? [])))
    .$if(numbers !== null && unitCode !== null, (query) => query.where(isPresent(unitCode, today)))
    .$if(status !== null, (query) => query.where('status', '=', status!))
    .$if(rankGroup !== null, (query) => query.where(sql<boolean>`folded(rank_group) = folded(${rankGroup})`))
    .$if(job !== null, (query) => query.where(sql<boolean>`folded(job) = folded(${job})`));
}

/** On `person`: in a unit that day, or in one below that code. */
function isPresent(unitCode: string | null, today: CivilDate) {
  const below =
    unitCode === null
      ? sql`true`
      : sql`membership.unit_id in (select descendant_id from unit_closure join unit on unit.id = ancestor_id
          where unit.code = ${unitCode} and to_date is null)`;
  return sql<boolean>`exists (select 1 from membership where membership.person_id = person.id
    and from_date <= ${today} and (membership.to_date is null or membership.to_date > ${today}) and ${below})`;
}

/** The HR numbers, of those given, that nobody has. */
export async function listUnknownNumbers(db: Kysely<Database>, numbers: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('person')
    .where('hr_number', 'in', listedValues(numbers))
    .select('hr_number')
    .execute();
  const known = new Set(rows.map(({ hr_number: number }) => number));
  return numbers.filter((number) => !known.has(number));
}

/** How many people the criteria find, and for how many of them something changes. */
export async function countSelected(
  db: Kysely<Database>,
  asked: AskedSelection,
  kind: GroupChange['kind'],
): Promise<{ foundCount: number; changeCount: number }> {
  const row = await db
    .selectFrom(selectPeople(db, asked).as('found'))
    .select((eb) => [eb.fn.countAll<number>().as('found'), sql<number>`ifnull(sum(${changes(kind)}), 0)`.as('changed')])
    .executeTakeFirstOrThrow();
  return { foundCount: row.found, changeCount: row.changed };
}

/** The first people, by name, for whom something changes. */
export async function listChanged(
  db: Kysely<Database>,
  asked: AskedSelection,
  { kind, limit }: { kind: GroupChange['kind']; limit: number },
): Promise<{ hrNumber: string | null; familyName: string; givenName: string }[]> {
  const rows = await db
    .selectFrom(selectPeople(db, asked).as('found'))
    .where(changes(kind))
    .select(['hr_number', 'family_name', 'given_name'])
    .orderBy(sql`folded(family_name)`)
    .orderBy(sql`folded(given_name)`)
    .orderBy('found.id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ hrNumber: row.hr_number, familyName: row.family_name, givenName: row.given_name }));
}

function changes(kind: GroupChange['kind']) {
  return kind === 'designate' ? sql<boolean>`open_id is null` : sql<boolean>`open_id is not null`;
}

export async function isUnitCode(db: Kysely<Database>, code: string): Promise<boolean> {
  return (await db.selectFrom('unit').where('code', '=', code).select('id').executeTakeFirst()) !== undefined;
}
