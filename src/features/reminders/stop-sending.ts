import { setImmediate as otherWork } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { Actor } from '#domain/identity/roles.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { whenFree } from '#platform/db/when-free.ts';
import { deleteSomeOfPreview, stopPending } from './changing-queries.ts';
import { findSending } from './sending-queries.ts';

export type StopSendingResult = { outcome: 'forgotten' | 'stopped' | 'nothing-waits' | 'no-such-sending' };

/** Forgets a preview, or stops what has not left yet of a sending; what has left stays written. */
export async function stopSending(
  db: Kysely<Database>,
  act: Act,
  actor: Actor,
  sendingId: string,
): Promise<StopSendingResult> {
  const sending = await findSending(db, actor, sendingId);
  if (!sending) return { outcome: 'no-such-sending' };
  if (sending.releasedAt === null) {
    await forgetPreview(db, sendingId);
    return { outcome: 'forgotten' };
  }
  return inTransaction(db, async (trx) => {
    const stopped = await stopPending(trx, sendingId);
    if (stopped === 0) return { outcome: 'nothing-waits' };
    await recordDeed(trx, act, {
      verb: 'reminder:stop',
      ...(sending.unit
        ? { subjectKind: 'unit', subjectId: sending.unit.unitId }
        : { subjectKind: 'installation', subjectId: 'reminders' }),
      detail: { sending: sendingId, stopped },
    });
    return { outcome: 'stopped' };
  });
}

/** Deletes a preview in small steps; one that was released meanwhile stays. */
export async function forgetPreview(db: Kysely<Database>, sendingId: string): Promise<void> {
  while (!(await whenFree(() => deleteSomeOfPreview(db, sendingId)))) await otherWork();
}
