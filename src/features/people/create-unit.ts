import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { SINCE_EVER } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids.ts';
import { findUnitId } from './queries.ts';

export interface NewUnit {
  /** Unique, as it stands in addresses: letters, digits and hyphens. */
  code: string;
  name: string;
  /** The unit just above; null for the top. */
  parentCode: string | null;
}

export type CreateUnitResult =
  { outcome: 'created'; unitId: string } | { outcome: 'code-taken' } | { outcome: 'no-such-parent' };

/** Adds a unit below another one. */
export async function createUnit(db: Kysely<Database>, act: Act, unit: NewUnit): Promise<CreateUnitResult> {
  return inTransaction(db, async (trx) => {
    if (await findUnitId(trx, unit.code)) return { outcome: 'code-taken' };
    const parentId = unit.parentCode === null ? null : await findUnitId(trx, unit.parentCode);
    if (unit.parentCode !== null && !parentId) return { outcome: 'no-such-parent' };

    const unitId = newId();
    await trx
      .insertInto('unit')
      .values({ id: unitId, code: unit.code, name: unit.name, parent_id: parentId, created_at: act.at })
      .execute();
    await insertClosure(trx, unitId, parentId);
    await recordDeed(trx, act, { verb: 'unit:create', subjectKind: 'unit', subjectId: unitId });
    return { outcome: 'created', unitId };
  });
}

/** A unit stands below itself (depth 0) and below everything its parent stands below. */
async function insertClosure(trx: Transaction<Database>, unitId: string, parentId: string | null): Promise<void> {
  const period = { from_date: SINCE_EVER, to_date: null };
  await trx
    .insertInto('unit_closure')
    .values({ ancestor_id: unitId, descendant_id: unitId, depth: 0, ...period })
    .execute();
  if (parentId === null) return;
  await trx
    .insertInto('unit_closure')
    .columns(['ancestor_id', 'descendant_id', 'depth', 'from_date'])
    .expression(
      trx
        .selectFrom('unit_closure')
        .where('descendant_id', '=', parentId)
        .where('to_date', 'is', null)
        .select((eb) => [
          'ancestor_id',
          eb.val(unitId).as('descendant_id'),
          eb('depth', '+', 1).as('depth'),
          eb.val(SINCE_EVER).as('from_date'),
        ]),
    )
    .execute();
}
