import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { applyDecision } from './apply-decision.ts';
import { findWaitingDecision } from './pending-queries.ts';

export type ConfirmDecisionResult =
  | { outcome: 'confirmed' }
  /** Settled by now, or never proposed. */
  | { outcome: 'not-waiting' }
  /** The second person is not the first one. */
  | { outcome: 'own-decision' }
  /** Nobody decides about themselves. */
  | { outcome: 'own-person' }
  /** What it proposes is a fact by now, or its last day has passed: it can only be refused. */
  | { outcome: 'already-recorded' }
  | { outcome: 'already-over' };

/** Confirms what somebody else proposed: it becomes a fact, dated today at the earliest. */
export async function confirmDecision(
  db: Kysely<Database>,
  act: Act & { by: string },
  { decisionId }: { decisionId: string },
): Promise<ConfirmDecisionResult> {
  return inTransaction(db, async (trx) => {
    const pending = await findWaitingDecision(trx, decisionId);
    if (!pending) return { outcome: 'not-waiting' };
    if (pending.proposedBy === act.by) return { outcome: 'own-decision' };
    if (pending.decision.personId === act.by) return { outcome: 'own-person' };
    const { decision, proposedBy } = pending;
    const applied = await applyDecision(trx, act, decision, { id: decisionId, author: proposedBy });
    switch (applied.outcome) {
      case 'already-recorded':
      case 'already-over':
        return applied;
      case 'not-done-yet':
      case 'no-such-programme':
        throw new Error(`decision ${decisionId} could not become a fact: ${applied.outcome}`);
      case 'applied':
    }
    await trx
      .updateTable('pending_decision')
      .set({ settled_at: act.at, settled_by: act.by, settlement: 'confirmed' })
      .where('id', '=', decisionId)
      .execute();
    await recordDeed(trx, act, {
      verb: 'decision:confirm',
      subjectKind: 'person',
      subjectId: decision.personId,
      detail: { decision: decisionId, kind: decision.kind, proposedBy },
    });
    return { outcome: 'confirmed' };
  });
}
