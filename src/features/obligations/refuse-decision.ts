import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { findWaitingDecision } from './pending-queries.ts';

export type RefuseDecisionResult =
  | { outcome: 'refused' }
  | { outcome: 'withdrawn' }
  | { outcome: 'not-waiting' }
  /** Nobody decides about themselves. */
  | { outcome: 'own-person' };

/** Settles a proposal without making it a fact: refused by somebody else, or withdrawn by who made it. */
export async function refuseDecision(
  db: Kysely<Database>,
  act: Act & { by: string },
  { decisionId, reason }: { decisionId: string; reason: string },
): Promise<RefuseDecisionResult> {
  return inTransaction(db, async (trx) => {
    const pending = await findWaitingDecision(trx, decisionId);
    if (!pending) return { outcome: 'not-waiting' };
    if (pending.proposedBy !== act.by && pending.decision.personId === act.by) return { outcome: 'own-person' };
    const settlement = pending.proposedBy === act.by ? 'withdrawn' : 'refused';
    await trx
      .updateTable('pending_decision')
      .set({ settled_at: act.at, settled_by: act.by, settlement, settle_reason: reason })
      .where('id', '=', decisionId)
      .execute();
    await recordDeed(trx, act, {
      verb: settlement === 'withdrawn' ? 'decision:withdraw' : 'decision:refuse',
      subjectKind: 'person',
      subjectId: pending.decision.personId,
      detail: { decision: decisionId, kind: pending.decision.kind },
    });
    return { outcome: settlement };
  });
}
