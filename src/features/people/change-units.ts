import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import { listedRows, listedValues } from '#platform/db/listed-rows.ts';
import { inPieces, rowsOf } from '#platform/db/rows-of.ts';

/** Bulk changes of the tree, for imports; `arrangeUnits` comes after them, once. */

export interface UnitToAdd {
  unitId: string;
  code: string;
  name: string;
  /** A parent comes before its children. */
  parentId: string | null;
}

/** Adds units, without their places in the tree. */
export async function addUnits(trx: Transaction<Database>, units: readonly UnitToAdd[], at: Instant): Promise<void> {
  for (const piece of inPieces(units))
    await trx
      .insertInto('unit')
      .columns(['id', 'code', 'name', 'parent_id', 'created_at'])
      .expression(rowsOf(piece.map(({ unitId, code, name, parentId }) => [unitId, code, name, parentId, at])))
      .execute();
}

/** Gives units these names and these parents. */
export async function changeUnits(
  trx: Transaction<Database>,
  units: readonly { unitId: string; name: string; parentId: string | null }[],
): Promise<void> {
  for (const piece of inPieces(units))
    await trx
      .updateTable('unit')
      .from(
        listedRows(
          'change',
          ['unitId', 'name', 'parentId'],
          piece.map(({ unitId, name, parentId }) => ({ unitId, name, parentId })),
        ),
      )
      .set((eb) => ({ name: eb.ref('change.name'), parent_id: eb.ref('change.parentId') }))
      .whereRef('unit.id', '=', 'change.unitId')
      .execute();
}

/** Closes units, or opens them again with null. */
export async function closeUnits(
  trx: Transaction<Database>,
  unitIds: readonly string[],
  on: CivilDate | null,
): Promise<void> {
  for (const piece of inPieces(unitIds))
    await trx.updateTable('unit').set({ closed_on: on }).where('id', 'in', listedValues(piece)).execute();
}

/** Removes units that nothing refers to, with every place they had. */
export async function removeUnits(trx: Transaction<Database>, unitIds: readonly string[]): Promise<void> {
  for (const piece of inPieces(unitIds)) {
    await trx.deleteFrom('unit_closure').where('descendant_id', 'in', listedValues(piece)).execute();
    await trx.deleteFrom('unit_closure').where('ancestor_id', 'in', listedValues(piece)).execute();
    await trx.deleteFrom('unit').where('id', 'in', listedValues(piece)).execute();
  }
}
