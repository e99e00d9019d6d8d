import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';

/** Somebody who follows units on a day, for good or by a delegation. */
export interface FollowingManager {
  personId: string;
  address: string | null;
  /** The units of theirs that stand below none other of theirs, by name. */
  units: { code: string; name: string }[];
  refusesDigest: boolean;
}

/** Those who follow units on a day, in the order of their names. */
export async function listManagersOn(db: Kysely<Database>, day: CivilDate): Promise<FollowingManager[]> {
  const rows = await db
    .selectFrom('role_grant as held')
    .innerJoin('person', 'person.id', 'held.person_id')
    .innerJoin('unit', 'unit.id', 'held.unit_id')
    .where('held.role', '=', 'manager')
    .where('unit.closed_on', 'is', null)
    .where(isHeldOn('held', day))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('role_grant as higher')
            .innerJoin('unit_closure', 'unit_closure.ancestor_id', 'higher.unit_id')
            .whereRef('higher.person_id', '=', 'held.person_id')
            .where('higher.role', '=', 'manager')
            .where(isHeldOn('higher', day))
            .whereRef('unit_closure.descendant_id', '=', 'held.unit_id')
            .where('unit_closure.to_date', 'is', null)
            .where('unit_closure.depth', '>', 0)
            .select('higher.id'),
        ),
      ),
    )
    .select(['held.person_id', 'unit.code', 'unit.name'])
    .select(sql<string | null>`nullif(trim(person.email), '')`.as('address'))
    .select(sql<0 | 1>`exists (select 1 from digest_refusal where person_id = held.person_id)`.as('refuses'))
    .distinct()
    .orderBy('person.family_name')
    .orderBy('held.person_id')
    .orderBy(sql`folded(unit.name)`)
    .execute();
  const managers = new Map<string, FollowingManager>();
  for (const { person_id: personId, address, refuses, code, name } of rows) {
    const known = managers.get(personId);
    if (known) known.units.push({ code, name });
    else managers.set(personId, { personId, address, refusesDigest: refuses === 1, units: [{ code, name }] });
  }
  return [...managers.values()];
}

/** True when a person does not want the digest. */
export async function refusesDigest(db: Kysely<Database>, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('digest_refusal')
    .where('person_id', '=', personId)
    .select('person_id')
    .executeTakeFirst();
  return row !== undefined;
}

function isHeldOn(grant: 'held' | 'higher', day: CivilDate) {
  const from = sql.ref(`${grant}.from_date`);
  const to = sql.ref(`${grant}.to_date`);
  return sql<boolean>`(${from} is null or ${from} <= ${day}) and (${to} is null or ${to} > ${day})`;
}
