import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { Actor } from '#domain/identity/roles.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { findDelegation } from './delegation-queries.ts';

export type EndDelegationResult =
  | { outcome: 'ended' }
  | { outcome: 'already-over' }
  /** None of that id, or not the actor's to end. */
  | { outcome: 'no-such-delegation' };

/** Takes a delegated follow-up back, today: those who were to have it later never had it. */
export async function endDelegation(
  db: Kysely<Database>,
  act: Act,
  actor: Actor,
  { delegationId }: { delegationId: string },
): Promise<EndDelegationResult> {
  const today = civilDateOf(act.at);
  return inTransaction(db, async (trx) => {
    const delegation = await findDelegation(trx, actor, delegationId);
    if (!delegation) return { outcome: 'no-such-delegation' };
    if (delegation.to <= today) return { outcome: 'already-over' };
    if (delegation.from >= today) await trx.deleteFrom('role_grant').where('id', '=', delegationId).execute();
    else await trx.updateTable('role_grant').set({ to_date: today }).where('id', '=', delegationId).execute();
    await recordDeed(trx, act, {
      verb: 'delegation:end',
      subjectKind: 'person',
      subjectId: delegation.personId,
      detail: { unit: delegation.unitCode, from: delegation.from },
    });
    return { outcome: 'ended' };
  });
}
