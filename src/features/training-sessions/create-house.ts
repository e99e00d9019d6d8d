import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids.ts';

export type CreateHouseResult = { outcome: 'created'; houseId: string } | { outcome: 'name-taken' };

/** Adds a house or an association to the short list. */
export async function createHouse(
  db: Kysely<Database>,
  act: Act,
  { name }: { name: string },
): Promise<CreateHouseResult> {
  return inTransaction(db, async (trx) => {
    const houseId = newId();
    const inserted = await trx
      .insertInto('house')
      .values({ id: houseId, name, created_at: act.at, retired_on: null })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 0n) return { outcome: 'name-taken' };
    await recordDeed(trx, act, { verb: 'house:create', subjectKind: 'house', subjectId: houseId, detail: { name } });
    return { outcome: 'created', houseId };
  });
}
