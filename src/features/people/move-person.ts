import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf, latestOf, type CivilDate } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids.ts';
import { listOpenMemberships, findOpenUnitId } from './queries.ts';

export type MovePersonResult =
  | { outcome: 'moved' }
  | { outcome: 'already-there' }
  | { outcome: 'no-such-unit' }
  /** They come to a unit after that day: the move is dated that arrival or later. */
  | { outcome: 'before-arrival' };

/**
 * Moves a person to another unit from a day on, today at the earliest: their history stays where it happened. Of somebody
 * who comes on that very day, the unit is corrected.
 */
export async function movePerson(
  db: Kysely<Database>,
  act: Act,
  move: { personId: string; unitCode: string; on: CivilDate },
): Promise<MovePersonResult> {
  const { personId } = move;
  const on = latestOf(move.on, civilDateOf(act.at));
  return inTransaction(db, async (trx) => {
    const unitId = await findOpenUnitId(trx, move.unitCode);
    if (!unitId) return { outcome: 'no-such-unit' };
    const current = await listOpenMemberships(trx, personId);
    if (current.some((membership) => membership.unitId === unitId)) return { outcome: 'already-there' };
    if (current.some(({ fromDate }) => fromDate > on)) return { outcome: 'before-arrival' };

    for (const { membershipId, fromDate } of current)
      if (fromDate === on) await trx.deleteFrom('membership').where('id', '=', membershipId).execute();
      else await trx.updateTable('membership').set({ to_date: on }).where('id', '=', membershipId).execute();
    await trx
      .insertInto('membership')
      .values({ id: newId(), person_id: personId, unit_id: unitId, from_date: on, to_date: null })
      .execute();
    await recordDeed(trx, act, {
      verb: 'person:move',
      subjectKind: 'person',
      subjectId: personId,
      detail: { unit: move.unitCode, on },
    });
    return { outcome: 'moved' };
  });
}
