import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#domain/identity/roles.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';

/** The follow-up of a unit, handed to somebody from a day to a day. */
export interface Delegation {
  delegationId: string;
  personId: string;
  personName: string;
  hrNumber: string | null;
  unitCode: string;
  unitName: string;
  from: CivilDate;
  /** The first day after it. */
  to: CivilDate;
  reason: string | null;
  givenAt: Instant;
  givenByName: string | null;
}

/** The unit of that code; null when there is none, or when it is not the actor's to delegate. */
export async function findDelegableUnitId(db: Kysely<Database>, actor: Actor, code: string): Promise<string | null> {
  const row = await db
    .selectFrom('unit')
    .where('code', '=', code)
    .where('closed_on', 'is', null)
    .where(isDelegable(actor))
    .select('unit.id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The units that the actor manages for good, by name; an administrator writes the code of any. */
export async function listOwnUnits(db: Kysely<Database>, actor: Actor): Promise<{ code: string; name: string }[]> {
  return db
    .selectFrom('role_grant')
    .innerJoin('unit', 'unit.id', 'role_grant.unit_id')
    .where('person_id', '=', actor.personId)
    .where('role', '=', 'manager')
    .where('from_date', 'is', null)
    .select(['unit.code', 'unit.name'])
    .orderBy(sql`folded(unit.name)`)
    .execute();
}

/** True when that person has the unit delegated on one of the days [from, to). */
export async function hasDelegationOver(
  db: Kysely<Database>,
  { personId, unitId, from, to }: { personId: string; unitId: string; from: CivilDate; to: CivilDate },
): Promise<boolean> {
  const row = await db
    .selectFrom('role_grant')
    .where('person_id', '=', personId)
    .where('unit_id', '=', unitId)
    .where((eb) => eb.or([eb('from_date', 'is', null), eb.and([eb('from_date', '<', to), eb('to_date', '>', from)])]))
    .select('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function findDelegation(
  db: Kysely<Database>,
  actor: Actor,
  delegationId: string,
): Promise<Delegation | null> {
  const row = await delegations(db, actor).where('role_grant.id', '=', delegationId).executeTakeFirst();
  return row ? toDelegation(row) : null;
}

/** The delegations that the actor may end, of all of them for an administrator: those to come first, then the latest. */
export async function listDelegations(
  db: Kysely<Database>,
  actor: Actor,
  { limit, offset }: { limit: number; offset: number },
): Promise<Delegation[]> {
  const rows = await delegations(db, actor)
    .orderBy('to_date', 'desc')
    .orderBy('role_grant.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(toDelegation);
}

export async function countDelegations(db: Kysely<Database>, actor: Actor): Promise<number> {
  const row = await db
    .selectFrom(delegations(db, actor).as('delegation'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

function delegations(db: Kysely<Database>, actor: Actor) {
  return db
    .selectFrom('role_grant')
    .innerJoin('unit', 'unit.id', 'role_grant.unit_id')
    .innerJoin('person', 'person.id', 'role_grant.person_id')
    .leftJoin('person as giver', 'giver.id', 'granted_by')
    .where('from_date', 'is not', null)
    .where(isDelegable(actor))
    .select(['role_grant.id', 'role_grant.person_id', 'person.hr_number', 'unit.code', 'unit.name as unit_name'])
    .select(['from_date', 'to_date', 'reason', 'granted_at'])
    .select([
      sql<string>`person.family_name || ' ' || person.given_name`.as('person_name'),
      sql<string | null>`giver.given_name || ' ' || giver.family_name`.as('giver_name'),
    ]);
}

type DelegationRow = Awaited<ReturnType<ReturnType<typeof delegations>['execute']>>[number];

function toDelegation(row: DelegationRow): Delegation {
  return {
    delegationId: row.id,
    personId: row.person_id,
    personName: row.person_name,
    hrNumber: row.hr_number,
    unitCode: row.code,
    unitName: row.unit_name,
    from: row.from_date as CivilDate,
    to: row.to_date as CivilDate,
    reason: row.reason,
    givenAt: row.granted_at as Instant,
    givenByName: row.giver_name,
  };
}

/**
 * On `unit`: below one that the actor manages for good, or any for an administrator. Read from the grants themselves, so
 * that what was delegated is not delegated further.
 */
function isDelegable(actor: Actor) {
  if (actor.roles.some(({ role }) => role === 'administrator')) return sql<boolean>`true`;
  return sql<boolean>`exists (
    select 1 from unit_closure join role_grant as own on own.unit_id = unit_closure.ancestor_id
    where unit_closure.descendant_id = unit.id and unit_closure.to_date is null
      and own.person_id = ${actor.personId} and own.role = 'manager' and own.from_date is null)`;
}
