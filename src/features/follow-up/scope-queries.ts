import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#domain/identity/roles.ts';
import { naturalOrder } from '#domain/organisation/natural-order.ts';
import type { Unit } from './situation.ts';

/**
 * The units an actor follows, each with all below it: those they are manager of, or the tops of the organisation for an
 * administrator. A unit that stands below another one of theirs is already there.
 */
export async function listScopeRoots(db: Kysely<Database>, actor: Actor): Promise<Unit[]> {
  const roots = db.selectFrom('unit').select(UNIT_COLUMNS);
  if (isAdministrator(actor)) return inOrder(await roots.where('parent_id', 'is', null).execute());
  const managed = managedUnitIds(actor);
  if (managed.length === 0) return [];
  const rows = await roots
    .where('unit.id', 'in', managed)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('unit_closure')
            .whereRef('descendant_id', '=', 'unit.id')
            .where('ancestor_id', 'in', managed)
            .where('depth', '>', 0)
            .where('to_date', 'is', null)
            .select('depth'),
        ),
      ),
    )
    .execute();
  return inOrder(rows);
}

function inOrder(rows: readonly UnitColumns[]): Unit[] {
  return rows.map(toUnit).sort((one, other) => naturalOrder(one.name, other.name));
}

/** The unit of that code; null when there is none, or none that the actor may see: nobody learns which. */
export async function findUnitInScope(db: Kysely<Database>, actor: Actor, code: string): Promise<Unit | null> {
  const row = await unitsInScope(db, actor).where('unit.code', '=', code).select(UNIT_COLUMNS).executeTakeFirst();
  return row ? toUnit(row) : null;
}

/** What stands above a unit and the actor may see, from the top down, the unit itself included. */
export async function listPathInScope(db: Kysely<Database>, actor: Actor, unitId: string): Promise<Unit[]> {
  const rows = await unitsInScope(db, actor)
    .innerJoin('unit_closure as above', 'above.ancestor_id', 'unit.id')
    .where('above.descendant_id', '=', unitId)
    .where('above.to_date', 'is', null)
    .select(UNIT_COLUMNS)
    .orderBy('above.depth', 'desc')
    .execute();
  return rows.map(toUnit);
}

const UNIT_COLUMNS = ['unit.id', 'unit.parent_id', 'unit.code', 'unit.name'] as const;

interface UnitColumns {
  id: string;
  parent_id: string | null;
  code: string;
  name: string;
}

function toUnit(row: UnitColumns): Unit {
  return { unitId: row.id, parentId: row.parent_id, code: row.code, name: row.name };
}

function unitsInScope(db: Kysely<Database>, actor: Actor) {
  const units = db.selectFrom('unit');
  if (isAdministrator(actor)) return units;
  return units.where(({ exists, selectFrom }) =>
    exists(
      selectFrom('unit_closure')
        .whereRef('descendant_id', '=', 'unit.id')
        .where(
          'ancestor_id',
          'in',
          sql<string>`(select value from json_each(${JSON.stringify(managedUnitIds(actor))}))`,
        )
        .where('to_date', 'is', null)
        .select('depth'),
    ),
  );
}

function isAdministrator(actor: Actor): boolean {
  return actor.roles.some(({ role }) => role === 'administrator');
}

function managedUnitIds(actor: Actor): string[] {
  return actor.roles.flatMap(({ role, unitId }) => (role === 'manager' && unitId !== null ? [unitId] : []));
}
