import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { Actor } from '#domain/identity/roles.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { putBackFailed } from './changing-queries.ts';
import { findSending } from './sending-queries.ts';

export type RetryFailuresResult = { outcome: 'retried' | 'nothing-failed' | 'no-such-sending' };

/** Puts what failed back among what waits; whoever was reminded meanwhile is left alone when their turn comes. */
export async function retryFailures(
  db: Kysely<Database>,
  act: Act,
  actor: Actor,
  sendingId: string,
): Promise<RetryFailuresResult> {
  return inTransaction(db, async (trx) => {
    const sending = await findSending(trx, actor, sendingId);
    if (!sending || sending.releasedAt === null) return { outcome: 'no-such-sending' };
    const count = await putBackFailed(trx, sendingId);
    if (count === 0) return { outcome: 'nothing-failed' };
    await recordDeed(trx, act, {
      verb: 'reminder:retry',
      ...(sending.unit
        ? { subjectKind: 'unit', subjectId: sending.unit.unitId }
        : { subjectKind: 'installation', subjectId: 'reminders' }),
      detail: { sending: sendingId, retried: count },
    });
    return { outcome: 'retried' };
  });
}
