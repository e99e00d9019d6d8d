import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { Actor } from '#domain/identity/roles.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { setReleased } from './changing-queries.ts';
import { countReminders, findSending } from './sending-queries.ts';

export type ReleaseSendingResult = {
  outcome: 'released' | 'already-released' | 'outdated' | 'nobody' | 'no-such-sending';
};

/** Lets a sending leave, as its preview showed it; once. A preview of another day has to be made again. */
export async function releaseSending(
  db: Kysely<Database>,
  act: Act,
  actor: Actor,
  sendingId: string,
): Promise<ReleaseSendingResult> {
  return inTransaction(db, async (trx) => {
    const sending = await findSending(trx, actor, sendingId);
    if (!sending) return { outcome: 'no-such-sending' };
    if (sending.releasedAt !== null) return { outcome: 'already-released' };
    if (civilDateOf(sending.preparedAt) !== civilDateOf(act.at)) return { outcome: 'outdated' };
    const { pending } = await countReminders(trx, sendingId);
    if (pending === 0) return { outcome: 'nobody' };
    await setReleased(trx, act, sendingId, null);
    await recordDeed(trx, act, {
      verb: 'reminder:release',
      ...(sending.unit
        ? { subjectKind: 'unit', subjectId: sending.unit.unitId }
        : { subjectKind: 'programme', subjectId: sending.programme!.programmeId }),
      detail: { sending: sendingId, programme: sending.programme?.slug ?? null, recipients: pending },
    });
    return { outcome: 'released' };
  });
}
