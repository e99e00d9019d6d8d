import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { endOfPeriod } from '#domain/obligation/end-of-period.ts';
import { civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { findAbsence } from './fact-queries.ts';

export type EndAbsenceResult =
  { outcome: 'ended' } | { outcome: 'unchanged' } | { outcome: 'already-over' } | { outcome: 'no-such-absence' };

/** Gives an absence another end, earlier or later; today at the earliest. */
export async function endAbsence(
  db: Kysely<Database>,
  act: Act,
  input: { personId: string; absenceId: string; to: CivilDate },
): Promise<EndAbsenceResult> {
  return inTransaction(db, async (trx) => {
    const absence = await findAbsence(trx, input);
    if (!absence) return { outcome: 'no-such-absence' };
    const end = endOfPeriod(absence, input.to, civilDateOf(act.at));
    switch (end.kind) {
      case 'over':
        return { outcome: 'already-over' };
      case 'unchanged':
        return { outcome: 'unchanged' };
      case 'remove':
        await trx.deleteFrom('absence').where('id', '=', input.absenceId).execute();
        break;
      case 'end':
        await trx.updateTable('absence').set({ to_date: end.to }).where('id', '=', input.absenceId).execute();
    }
    await recordDeed(trx, act, {
      verb: 'absence:end',
      subjectKind: 'person',
      subjectId: input.personId,
      detail: { from: absence.from, to: end.kind === 'end' ? end.to : null },
    });
    return { outcome: 'ended' };
  });
}
