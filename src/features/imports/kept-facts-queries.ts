import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { listedValues } from '#platform/db/listed-rows.ts';

/** These absences as they stand; those that are gone are left out. */
export async function listDatedAbsences(db: Kysely<Database>, absenceIds: readonly string[]) {
  const rows = await db
    .selectFrom('absence')
    .where('id', 'in', listedValues(absenceIds))
    .select(['id', 'person_id', 'from_date', 'to_date', 'category'])
    .execute();
  return rows.map(({ id, person_id, from_date, to_date, category }) => ({
    absenceId: id,
    personId: person_id,
    from: from_date as CivilDate,
    to: to_date as CivilDate | null,
    category,
  }));
}

export interface StandingMembership {
  membershipId: string;
  personId: string;
  unitId: string;
  from: CivilDate;
  to: CivilDate | null;
}

/** These memberships as they stand, by id; those that are gone are left out. */
export async function listStandingMemberships(
  db: Kysely<Database>,
  membershipIds: readonly string[],
): Promise<Map<string, StandingMembership>> {
  const rows = await db
    .selectFrom('membership')
    .where('id', 'in', listedValues(membershipIds))
    .select(['id', 'person_id', 'unit_id', 'from_date', 'to_date'])
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        membershipId: row.id,
        personId: row.person_id,
        unitId: row.unit_id,
        from: row.from_date as CivilDate,
        to: row.to_date as CivilDate | null,
      },
    ]),
  );
}
