import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { KnownUnit } from '#domain/organisation/plan-units.ts';
import type { NamedUnit } from '#domain/organisation/unit-finder.ts';

type UnitOfTree = NamedUnit & { parentId: string | null };

/** Every unit, closed ones too. */
export async function listUnitNames(db: Kysely<Database>): Promise<UnitOfTree[]> {
  const rows = await db
    .selectFrom('unit')
    .select(['id', 'code', 'name', 'parent_id', 'closed_on'])
    .orderBy('code')
    .execute();
  return rows.map((row) => ({
    unitId: row.id,
    code: row.code,
    name: row.name,
    parentId: row.parent_id,
    isClosed: row.closed_on !== null,
  }));
}

/** Every unit with how many persons are affected to it, today or later. */
export async function listKnownUnits(db: Kysely<Database>): Promise<KnownUnit[]> {
  const rows = await db
    .selectFrom('membership')
    .where('to_date', 'is', null)
    .select(['unit_id', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy('unit_id')
    .execute();
  const counts = new Map(rows.map(({ unit_id, count }) => [unit_id, count]));
  const units = await listUnitNames(db);
  return units.map((unit) => ({ ...unit, peopleCount: counts.get(unit.unitId) ?? 0 }));
}
