import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { endOfPeriod } from '#domain/obligation/end-of-period.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { findCredit } from './fact-queries.ts';

export type EndCreditResult =
  | { outcome: 'ended' }
  | { outcome: 'already-over' }
  | { outcome: 'no-such-credit' }
  /** Nobody decides about themselves. */
  | { outcome: 'own-person' };

/** Says that a credit counts no more, and why, from today on: what was counted on past days stays. */
export async function endCredit(
  db: Kysely<Database>,
  act: Act,
  input: { personId: string; creditId: string; reason: string },
): Promise<EndCreditResult> {
  const today = civilDateOf(act.at);
  if (act.by === input.personId) return { outcome: 'own-person' };
  return inTransaction(db, async (trx) => {
    const credit = await findCredit(trx, input);
    if (!credit) return { outcome: 'no-such-credit' };
    const end = endOfPeriod(credit, today, today);
    if (end.kind === 'over' || end.kind === 'unchanged') return { outcome: 'already-over' };
    if (end.kind === 'remove') await trx.deleteFrom('credit').where('id', '=', input.creditId).execute();
    else
      await trx
        .updateTable('credit')
        .set({ to_date: end.to, end_reason: input.reason })
        .where('id', '=', input.creditId)
        .execute();
    await recordDeed(trx, act, {
      verb: 'credit:end',
      subjectKind: 'person',
      subjectId: input.personId,
      detail: { programme: credit.programme, doneOn: credit.doneOn },
    });
    return { outcome: 'ended' };
  });
}
