import type { Act } from '#domain/identity/act.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { checkedAtTheEnd, StillReferredTo } from '#platform/db/checked-at-the-end.ts';
import { idsInOrder } from '#platform/ids-in-order.ts';
import type { Task } from '#platform/tasks/task.ts';
import { forgetChanges } from '../keep-changes.ts';
import { findBatch, findUndoable } from '../queries.ts';
import { recordUndoing } from '../record-application.ts';
import { restorePeople } from '../restore-people.ts';
import { restoreUnits } from '../restore-units.ts';
import { listUses } from '../uses-queries.ts';

export type UndoOutcome =
  | { outcome: 'undone' }
  /** Never applied, or undone already. */
  | { outcome: 'not-applied' }
  /** Another import came after it. */
  | { outcome: 'not-last' }
  /** What it added has begun to serve: tables that refer to it. */
  | { outcome: 'in-use'; uses: string[] };

class NotUndone extends Error {
  readonly outcome: UndoOutcome;

  constructor(outcome: UndoOutcome) {
    super(outcome.outcome);
    this.outcome = outcome;
  }
}

/**
 * Undoes the import that was applied last, whole or not at all. On the day it was applied, what it wrote goes away;
 * later, the days gone by keep their facts: what it opened ends today, and what it ended goes on from today.
 */
export const undoTask: Task<{ batchId: string; act: Act }, UndoOutcome> = {
  name: 'imports/undo',
  lane: 'long',
  async run({ batchId, act }, context) {
    const writer = context.openWriter();
    try {
      await checkedAtTheEnd(writer, async (trx) => {
        const batch = await findBatch(trx, batchId);
        if (batch?.state !== 'applied' || !batch.appliedAt) throw new NotUndone({ outcome: 'not-applied' });
        if ((await findUndoable(trx)) !== batchId) throw new NotUndone({ outcome: 'not-last' });
        const today = civilDateOf(act.at);
        const isSameDay = civilDateOf(batch.appliedAt) === today;
        const uses = await listUses(trx, batchId);
        if (uses.length > 0) throw new NotUndone({ outcome: 'in-use', uses });
        context.progress(0.1);
        const undoing = { trx, act, batchId, today, isSameDay, newId: idsInOrder(act.at) };
        await restorePeople(undoing, context.progress);
        await restoreUnits(undoing);
        await forgetChanges(trx);
        await recordUndoing(trx, act, batchId);
      });
      return { outcome: 'undone' };
    } catch (error) {
      if (error instanceof NotUndone) return error.outcome;
      if (error instanceof StillReferredTo) return { outcome: 'in-use', uses: [...error.tables] };
      throw error;
    } finally {
      await writer.destroy();
    }
  },
};
