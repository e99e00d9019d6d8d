import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { findHouse, isNameTaken } from './house-queries.ts';

export type ChangeHouseResult = { outcome: 'changed' | 'unchanged' | 'no-such-house' | 'name-taken' };

/** Renames a house, takes it off the list or puts it back; what was held with it stays. */
export async function changeHouse(
  db: Kysely<Database>,
  act: Act,
  { houseId, name, isListed }: { houseId: string; name: string; isListed: boolean },
): Promise<ChangeHouseResult> {
  return inTransaction(db, async (trx) => {
    const house = await findHouse(trx, houseId);
    if (!house) return { outcome: 'no-such-house' };
    if (house.name === name && (house.retiredOn === null) === isListed) return { outcome: 'unchanged' };
    if (await isNameTaken(trx, name, houseId)) return { outcome: 'name-taken' };
    const retiredOn = isListed ? null : (house.retiredOn ?? civilDateOf(act.at));
    await trx.updateTable('house').set({ name, retired_on: retiredOn }).where('id', '=', houseId).execute();
    await recordDeed(trx, act, {
      verb: 'house:change',
      subjectKind: 'house',
      subjectId: houseId,
      detail: { name, retired: retiredOn },
    });
    return { outcome: 'changed' };
  });
}
