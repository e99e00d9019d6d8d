import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { folded } from '#domain/organisation/folded.ts';
import type { KnownPerson } from '#domain/organisation/known-person.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { listedValues } from '#platform/db/listed-rows.ts';
import { listUnitNames } from './known-units-queries.ts';

export interface Looked {
  hrNumbers: readonly string[];
  emails: readonly string[];
  programmeId: string | null;
  today: CivilDate;
}

/** The persons who have one of these HR numbers or e-mails, with what goes on today or later. */
export async function listKnownPeople(db: Kysely<Database>, looked: Looked): Promise<KnownPerson[]> {
  const columns = ['id', 'hr_number', 'family_name', 'given_name', 'email', 'status', 'rank_group', 'job'] as const;
  const byNumber = db.selectFrom('person').where('hr_number', 'in', listedValues(looked.hrNumbers)).select(columns);
  const byEmail = db.selectFrom('person').where('email', 'in', listedValues(looked.emails)).select(columns);
  const rows = await byNumber.union(byEmail).execute();
  const ids = rows.map(({ id }) => id);
  const memberships = await listOpenMemberships(db, ids);
  const absences = await listAbsences(db, ids, looked.today);
  const designated = await listDesignated(db, ids, looked.programmeId);
  return rows.map((row) => ({
    personId: row.id,
    hrNumber: row.hr_number,
    familyName: row.family_name,
    givenName: row.given_name,
    email: row.email,
    status: row.status,
    rankGroup: row.rank_group,
    job: row.job,
    memberships: memberships.get(row.id) ?? [],
    isDesignated: designated.has(row.id),
    absences: absences.get(row.id) ?? [],
  }));
}

async function listOpenMemberships(db: Kysely<Database>, personIds: readonly string[]) {
  const rows = await db
    .selectFrom('membership')
    .where('person_id', 'in', listedValues(personIds))
    .where('to_date', 'is', null)
    .select(['id', 'person_id', 'unit_id', 'from_date'])
    .orderBy('from_date')
    .orderBy('id')
    .execute();
  return grouped(rows, ({ id, unit_id, from_date }) => ({
    membershipId: id,
    unitId: unit_id,
    from: from_date as CivilDate,
  }));
}

async function listAbsences(db: Kysely<Database>, personIds: readonly string[], today: CivilDate) {
  const rows = await db
    .selectFrom('absence')
    .where('person_id', 'in', listedValues(personIds))
    .where((eb) => eb.or([eb('to_date', 'is', null), eb('to_date', '>', today)]))
    .select(['id', 'person_id', 'from_date', 'to_date', 'category'])
    .orderBy('from_date')
    .execute();
  return grouped(rows, ({ id, from_date, to_date, category }) => ({
    absenceId: id,
    from: from_date as CivilDate,
    to: to_date as CivilDate | null,
    reason: category,
  }));
}

async function listDesignated(
  db: Kysely<Database>,
  personIds: readonly string[],
  programmeId: string | null,
): Promise<Set<string>> {
  if (programmeId === null) return new Set();
  const rows = await db
    .selectFrom('designation')
    .where('programme_id', '=', programmeId)
    .where('person_id', 'in', listedValues(personIds))
    .where('to_date', 'is', null)
    .select('person_id')
    .execute();
  return new Set(rows.map((row) => row.person_id));
}

function grouped<Row extends { person_id: string }, Item>(rows: readonly Row[], itemOf: (row: Row) => Item) {
  const groups = new Map<string, Item[]>();
  for (const row of rows) {
    const group = groups.get(row.person_id);
    if (group) group.push(itemOf(row));
    else groups.set(row.person_id, [itemOf(row)]);
  }
  return groups;
}

/** Who bears a name: somebody with an HR number, somebody without, or both. */
export type NameBearers = Map<string, { withNumber: boolean; withoutNumber: boolean }>;

export const nameKey = (familyName: string, givenName: string) => folded(`${familyName} ${givenName}`);

/** Every name of the installation, as names are compared. */
export async function readNameBearers(db: Kysely<Database>): Promise<NameBearers> {
  const bearers: NameBearers = new Map();
  const rows = db.selectFrom('person').select(['family_name', 'given_name', 'hr_number']).stream();
  for await (const { family_name, given_name, hr_number } of rows)
    addBearer(bearers, nameKey(family_name, given_name), hr_number !== null);
  return bearers;
}

const WITH = { withNumber: true, withoutNumber: false };
const WITHOUT = { withNumber: false, withoutNumber: true };
const BOTH = { withNumber: true, withoutNumber: true };

/** Notes that somebody bears a name. */
export function addBearer(bearers: NameBearers, key: string, hasNumber: boolean): void {
  const known = bearers.get(key);
  const now = hasNumber ? WITH : WITHOUT;
  bearers.set(key, known && known !== now ? BOTH : now);
}

export interface PersonLeft {
  personId: string;
  who: string;
  where: string;
  memberships: { membershipId: string; unitId: string; from: CivilDate }[];
}

/** The persons who have an HR number. */
export async function* streamNumbered(db: Kysely<Database>) {
  const rows = db.selectFrom('person').where('hr_number', 'is not', null).select(['id', 'hr_number']).stream();
  for await (const { id, hr_number } of rows) yield { personId: id, hrNumber: hr_number! };
}

/** Those of these persons who have a unit, by HR number. */
export async function listPresent(db: Kysely<Database>, personIds: readonly string[]): Promise<PersonLeft[]> {
  const memberships = await listOpenMemberships(db, personIds);
  const units = new Map((await listUnitNames(db)).map(({ unitId, name }) => [unitId, name]));
  const rows = await db
    .selectFrom('person')
    .where('id', 'in', listedValues([...memberships.keys()]))
    .select(['id', 'hr_number', 'family_name', 'given_name'])
    .orderBy('hr_number')
    .execute();
  return rows.map((row) => {
    const theirs = memberships.get(row.id)!;
    return {
      personId: row.id,
      who: `${row.family_name} ${row.given_name} (${row.hr_number})`,
      where: theirs.map(({ unitId }) => units.get(unitId)).join(', '),
      memberships: theirs,
    };
  });
}
