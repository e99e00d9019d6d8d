import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { endOfPeriod } from '#domain/obligation/end-of-period.ts';
import { civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { findExemption } from './fact-queries.ts';

export type EndExemptionResult =
  | { outcome: 'ended' }
  | { outcome: 'unchanged' }
  | { outcome: 'already-over' }
  | { outcome: 'no-such-exemption' }
  /** Nobody decides about themselves. */
  | { outcome: 'own-person' }
  /** More days exempt are another decision. */
  | { outcome: 'would-last-longer' };

/** Gives an exemption its first day without it, and says why; today at the earliest. */
export async function endExemption(
  db: Kysely<Database>,
  act: Act,
  input: { personId: string; exemptionId: string; to: CivilDate; reason: string },
): Promise<EndExemptionResult> {
  if (act.by === input.personId) return { outcome: 'own-person' };
  return inTransaction(db, async (trx) => {
    const exemption = await findExemption(trx, input);
    if (!exemption) return { outcome: 'no-such-exemption' };
    const today = civilDateOf(act.at);
    if (exemption.to !== null && exemption.to > today && input.to > exemption.to)
      return { outcome: 'would-last-longer' };
    const end = endOfPeriod(exemption, input.to, today);
    switch (end.kind) {
      case 'over':
        return { outcome: 'already-over' };
      case 'unchanged':
        return { outcome: 'unchanged' };
      case 'remove':
        await trx.deleteFrom('exemption').where('id', '=', input.exemptionId).execute();
        break;
      case 'end':
        await trx
          .updateTable('exemption')
          .set({ to_date: end.to, end_reason: input.reason })
          .where('id', '=', input.exemptionId)
          .execute();
    }
    await recordDeed(trx, act, {
      verb: 'exemption:end',
      subjectKind: 'person',
      subjectId: input.personId,
      detail: { programme: exemption.programme, from: exemption.from, to: end.kind === 'end' ? end.to : null },
    });
    return { outcome: 'ended' };
  });
}
