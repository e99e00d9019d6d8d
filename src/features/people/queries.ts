import { sql, type Kysely } from 'kysely';
import type { Database, PersonStatus } from '#db/schema.ts';
import { ROLES, type Role } from '#domain/identity/roles.ts';
import type { NamedUnit } from '#domain/organisation/unit-finder.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import { z } from 'zod';

export async function findUnitId(db: Kysely<Database>, code: string): Promise<string | null> {
  const row = await db.selectFrom('unit').where('code', '=', code).select('id').executeTakeFirst();
  return row?.id ?? null;
}

/** A unit that still exists. */
export async function findOpenUnitId(db: Kysely<Database>, code: string): Promise<string | null> {
  const row = await db
    .selectFrom('unit')
    .where('code', '=', code)
    .where('closed_on', 'is', null)
    .select('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Those that have this text for code, whatever its case, or for name, whatever its accents. */
export async function listUnitsCalled(db: Kysely<Database>, text: string): Promise<NamedUnit[]> {
  const rows = await db
    .selectFrom('unit')
    .where(sql<boolean>`lower(code) = ${text.toLowerCase()} or folded(name) = folded(${text})`)
    .select(['id', 'code', 'name', 'closed_on'])
    .execute();
  return rows.map(({ id, code, name, closed_on }) => ({ unitId: id, code, name, isClosed: closed_on !== null }));
}

export async function findPersonIdByHrNumber(db: Kysely<Database>, hrNumber: string): Promise<string | null> {
  const row = await db.selectFrom('person').where('hr_number', '=', hrNumber).select('id').executeTakeFirst();
  return row?.id ?? null;
}

export interface OpenMembership {
  membershipId: string;
  unitId: string;
  fromDate: CivilDate;
}

/** Memberships of a person that are not over on a day, those to come included. */
export async function listMembershipsNotOver(
  db: Kysely<Database>,
  personId: string,
  on: CivilDate,
): Promise<OpenMembership[]> {
  const rows = await db
    .selectFrom('membership')
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('to_date', 'is', null), eb('to_date', '>', on)]))
    .select(['id', 'unit_id', 'from_date'])
    .execute();
  return rows.map((row) => ({ membershipId: row.id, unitId: row.unit_id, fromDate: row.from_date as CivilDate }));
}

/** Where a person is without an end; as a rule one unit. */
export async function listOpenMemberships(db: Kysely<Database>, personId: string): Promise<OpenMembership[]> {
  const rows = await db
    .selectFrom('membership')
    .where('person_id', '=', personId)
    .where('to_date', 'is', null)
    .select(['id', 'unit_id', 'from_date'])
    .orderBy('from_date')
    .execute();
  return rows.map((row) => ({ membershipId: row.id, unitId: row.unit_id, fromDate: row.from_date as CivilDate }));
}

export interface PersonLine {
  personId: string;
  hrNumber: string | null;
  givenName: string;
  familyName: string;
  status: PersonStatus;
  unitName: string;
  username: string | null;
  lastSignedInAt: Instant | null;
  roles: { role: Role; unitName: string | null }[];
}

const RoleLines = z.array(z.object({ role: z.enum(ROLES), unitName: z.string().nullable() }));

export interface PeopleFilter {
  unitCode: string;
  on: CivilDate;
  /** Letters of a name, an HR number or a username; blank for everybody. */
  search: string;
}

/** One page of the people of a unit and of all below it on a day, by name. */
export async function listPeopleBelow(
  db: Kysely<Database>,
  filter: PeopleFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<PersonLine[]> {
  const rows = await selectPeople(db, filter, { limit, offset }).execute();
  return rows.map(toPersonLine);
}

/** All the people of a unit and of all below it on a day, by name, one after the other. */
export async function* streamPeopleBelow(db: Kysely<Database>, filter: PeopleFilter): AsyncGenerator<PersonLine> {
  for await (const row of selectPeople(db, filter, null).stream()) yield toPersonLine(row);
}

/** Who is on the page first: what is told of each is read for no more than those. */
function selectPeople(db: Kysely<Database>, filter: PeopleFilter, page: { limit: number; offset: number } | null) {
  const listed = peopleBelow(db, filter)
    .select(['person.id as person_id', 'unit.name as unit_name'])
    .orderBy('person.family_name')
    .orderBy('person.given_name')
    .orderBy('person.id')
    .$if(page !== null, (query) => query.limit(page!.limit).offset(page!.offset));
  return db
    .selectFrom(listed.as('listed'))
    .innerJoin('person', 'person.id', 'listed.person_id')
    .leftJoin('account', 'account.person_id', 'person.id')
    .select(['person.id', 'person.hr_number', 'person.given_name', 'person.family_name', 'person.status'])
    .select(['listed.unit_name', 'account.username', 'account.last_signed_in_at'])
    .select((eb) =>
      eb
        .selectFrom('role_grant')
        .leftJoin('unit as scope', 'scope.id', 'role_grant.unit_id')
        .whereRef('role_grant.person_id', '=', 'person.id')
        .where(isHeldOn(filter.on))
        .select(sql<string>`json_group_array(json_object('role', role, 'unitName', scope.name))`.as('roles'))
        .as('roles'),
    )
    .orderBy('person.family_name')
    .orderBy('person.given_name')
    .orderBy('person.id');
}

type PersonRow = Awaited<ReturnType<ReturnType<typeof selectPeople>['execute']>>[number];

function toPersonLine(row: PersonRow): PersonLine {
  return {
    personId: row.id,
    hrNumber: row.hr_number,
    givenName: row.given_name,
    familyName: row.family_name,
    status: row.status,
    unitName: row.unit_name,
    username: row.username,
    lastSignedInAt: row.last_signed_in_at as Instant | null,
    roles: RoleLines.parse(JSON.parse(row.roles ?? '[]')),
  };
}

export async function countPeopleBelow(db: Kysely<Database>, filter: PeopleFilter): Promise<number> {
  const row = await peopleBelow(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

function peopleBelow(db: Kysely<Database>, { unitCode, on, search }: PeopleFilter) {
  const base = db
    .selectFrom('unit as root')
    .innerJoin('unit_closure', 'unit_closure.ancestor_id', 'root.id')
    .innerJoin('membership', 'membership.unit_id', 'unit_closure.descendant_id')
    .innerJoin('unit', 'unit.id', 'membership.unit_id')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .leftJoin('account', 'account.person_id', 'person.id')
    .where('root.code', '=', unitCode)
    .where('unit_closure.to_date', 'is', null)
    .where('membership.from_date', '<=', on)
    .where((eb) => eb.or([eb('membership.to_date', 'is', null), eb('membership.to_date', '>', on)]));
  if (search === '') return base;
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return base.where(
    sql<boolean>`(person.given_name || ' ' || person.family_name || ' ' || ifnull(person.hr_number, '') || ' ' || ifnull(account.username, '')) like ${pattern} escape '\\'`,
  );
}

export async function findUnitName(db: Kysely<Database>, code: string): Promise<string | null> {
  const row = await db.selectFrom('unit').where('code', '=', code).select('name').executeTakeFirst();
  return row?.name ?? null;
}

/** On `role_grant`: a role held for good, or delegated on that day. */
export function isHeldOn(day: CivilDate) {
  return sql<boolean>`(role_grant.from_date is null or (role_grant.from_date <= ${day} and role_grant.to_date > ${day}))`;
}
