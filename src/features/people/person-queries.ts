import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Role } from '#domain/identity/roles.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { PersonIdentity } from './correct-person.ts';

/** Who a person is; null when there is none of that id. */
export async function findIdentity(db: Kysely<Database>, personId: string): Promise<PersonIdentity | null> {
  const row = await db
    .selectFrom('person')
    .where('id', '=', personId)
    .select(['hr_number', 'given_name', 'family_name', 'status', 'email', 'rank_group', 'job'])
    .executeTakeFirst();
  if (!row) return null;
  return {
    hrNumber: row.hr_number,
    givenName: row.given_name,
    familyName: row.family_name,
    status: row.status,
    email: row.email,
    rankGroup: row.rank_group,
    job: row.job,
  };
}

export interface MembershipLine {
  unitCode: string;
  unitName: string;
  from: CivilDate;
  to: CivilDate | null;
}

/** Where a person has been, the latest first. */
export async function listMemberships(db: Kysely<Database>, personId: string): Promise<MembershipLine[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('unit', 'unit.id', 'membership.unit_id')
    .where('person_id', '=', personId)
    .select(['unit.code', 'unit.name', 'from_date', 'to_date'])
    .orderBy('from_date', 'desc')
    .orderBy('unit.code')
    .execute();
  return rows.map((row) => ({
    unitCode: row.code,
    unitName: row.name,
    from: row.from_date as CivilDate,
    to: row.to_date as CivilDate | null,
  }));
}

export interface RoleLine {
  role: Role;
  unitName: string | null;
  /** Those of a delegation; null for a role held for good. */
  from: CivilDate | null;
  to: CivilDate | null;
}

/** The roles of a person that are not over on a day. */
export async function listRoles(db: Kysely<Database>, personId: string, on: CivilDate): Promise<RoleLine[]> {
  const rows = await db
    .selectFrom('role_grant')
    .leftJoin('unit', 'unit.id', 'role_grant.unit_id')
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('to_date', 'is', null), eb('to_date', '>', on)]))
    .select(['role', 'unit.name', 'from_date', 'to_date'])
    .orderBy('granted_at')
    .execute();
  return rows.map((row) => ({
    role: row.role,
    unitName: row.name,
    from: row.from_date as CivilDate | null,
    to: row.to_date as CivilDate | null,
  }));
}

/** The username of somebody who can sign in; null without an account. */
export async function findUsername(db: Kysely<Database>, personId: string): Promise<string | null> {
  const row = await db.selectFrom('account').where('person_id', '=', personId).select('username').executeTakeFirst();
  return row?.username ?? null;
}

/** How many others have the same name: namesakes are two persons, and the page says so. */
export async function countNamesakes(
  db: Kysely<Database>,
  personId: string,
  { familyName, givenName }: Pick<PersonIdentity, 'familyName' | 'givenName'>,
): Promise<number> {
  const row = await db
    .selectFrom('person')
    .where('family_name', '=', familyName)
    .where('given_name', '=', givenName)
    .where('id', '<>', personId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}
