import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';

/** A house of the agreement, or an association. */
export interface House {
  houseId: string;
  name: string;
  retiredOn: CivilDate | null;
}

/** Every house, by name. */
export async function listHouses(db: Kysely<Database>): Promise<House[]> {
  const rows = await db
    .selectFrom('house')
    .select(['id', 'name', 'retired_on'])
    .orderBy(sql`folded(name)`)
    .execute();
  return rows.map((row) => ({ houseId: row.id, name: row.name, retiredOn: row.retired_on as CivilDate | null }));
}

export async function findHouse(db: Kysely<Database>, houseId: string): Promise<House | null> {
  const row = await db
    .selectFrom('house')
    .where('id', '=', houseId)
    .select(['id', 'name', 'retired_on'])
    .executeTakeFirst();
  return row ? { houseId: row.id, name: row.name, retiredOn: row.retired_on as CivilDate | null } : null;
}

export async function isHouse(db: Kysely<Database>, houseId: string): Promise<boolean> {
  return (await findHouse(db, houseId)) !== null;
}

/** True when another house has this name, whatever its capitals. */
export async function isNameTaken(db: Kysely<Database>, name: string, exceptId: string): Promise<boolean> {
  const row = await db
    .selectFrom('house')
    .where('name', '=', name)
    .where('id', '<>', exceptId)
    .select('id')
    .executeTakeFirst();
  return row !== undefined;
}
