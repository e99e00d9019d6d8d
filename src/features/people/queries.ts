import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';

export async function findUnitId(db: Kysely<Database>, code: string): Promise<string | null> {
  const row = await db.selectFrom('unit').where('code', '=', code).select('id').executeTakeFirst();
  return row?.id ?? null;
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

export async function findOpenMembership(db: Kysely<Database>, personId: string): Promise<OpenMembership | null> {
  const row = await db
    .selectFrom('membership')
    .where('person_id', '=', personId)
    .where('to_date', 'is', null)
    .select(['id', 'unit_id', 'from_date'])
    .executeTakeFirst();
  return row ? { membershipId: row.id, unitId: row.unit_id, fromDate: row.from_date as CivilDate } : null;
}
