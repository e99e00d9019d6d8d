import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids.ts';
import { findOpenMembership, findUnitId } from './queries.ts';

export type MovePersonResult =
  | { outcome: 'moved' }
  | { outcome: 'already-there' }
  | { outcome: 'no-such-unit' }
  /** The move is dated before, or on, the day the person came to the unit they would leave. */
  | { outcome: 'before-arrival' };

/** Moves a person to another unit from a day on: their history stays where it happened. */
export async function movePerson(
  db: Kysely<Database>,
  act: Act,
  move: { personId: string; unitCode: string; on: CivilDate },
): Promise<MovePersonResult> {
  return inTransaction(db, async (trx) => {
    const unitId = await findUnitId(trx, move.unitCode);
    if (!unitId) return { outcome: 'no-such-unit' };
    const current = await findOpenMembership(trx, move.personId);
    if (current?.unitId === unitId) return { outcome: 'already-there' };
    if (current && current.fromDate >= move.on) return { outcome: 'before-arrival' };

    if (current) {
      await trx.updateTable('membership').set({ to_date: move.on }).where('id', '=', current.membershipId).execute();
    }
    await trx
      .insertInto('membership')
      .values({ id: newId(), person_id: move.personId, unit_id: unitId, from_date: move.on, to_date: null })
      .execute();
    await recordDeed(trx, act, {
      verb: 'person:move',
      subjectKind: 'person',
      subjectId: move.personId,
      detail: { unit: move.unitCode, on: move.on },
    });
    return { outcome: 'moved' };
  });
}
