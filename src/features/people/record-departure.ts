import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf, latestOf, type CivilDate } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { listMembershipsNotOver } from './queries.ts';

export type RecordDepartureResult = { outcome: 'left' } | { outcome: 'in-no-unit' };

/** Says that a person is in no unit from a day on, today at the earliest; what they did before stays where it happened. */
export async function recordDeparture(
  db: Kysely<Database>,
  act: Act,
  { personId, on: stated }: { personId: string; on: CivilDate },
): Promise<RecordDepartureResult> {
  const on = latestOf(stated, civilDateOf(act.at));
  return inTransaction(db, async (trx) => {
    const current = await listMembershipsNotOver(trx, personId, on);
    if (current.length === 0) return { outcome: 'in-no-unit' };
    for (const { membershipId, fromDate } of current)
      if (fromDate >= on) await trx.deleteFrom('membership').where('id', '=', membershipId).execute();
      else await trx.updateTable('membership').set({ to_date: on }).where('id', '=', membershipId).execute();
    await recordDeed(trx, act, { verb: 'person:leave', subjectKind: 'person', subjectId: personId, detail: { on } });
    return { outcome: 'left' };
  });
}
