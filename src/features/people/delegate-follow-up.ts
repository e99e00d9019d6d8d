import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { Actor } from '#domain/identity/roles.ts';
import { addDays, civilDateOf, latestOf, type CivilDate } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids.ts';
import { findDelegableUnitId, hasDelegationOver } from './delegation-queries.ts';
import { findUsername } from './person-queries.ts';
import { findPersonIdByHrNumber } from './queries.ts';

export interface NewDelegation {
  unitCode: string;
  /** Of whom takes the follow-up over. */
  hrNumber: string;
  from: CivilDate;
  /** Its last day. */
  through: CivilDate;
  reason: string;
}

export type DelegateFollowUpResult =
  | { outcome: 'delegated' }
  /** They follow that unit already on one of those days. */
  | { outcome: 'already-delegated' }
  /** None of that code, or not the actor's to delegate. */
  | { outcome: 'no-such-unit' }
  | { outcome: 'no-such-person' }
  | { outcome: 'oneself' }
  /** Without an account they could not sign in. */
  | { outcome: 'no-account' }
  | { outcome: 'already-over' };

/** Hands the follow-up of a unit, with all below it, to somebody else from a day to a day, today at the earliest. */
export async function delegateFollowUp(
  db: Kysely<Database>,
  act: Act,
  actor: Actor,
  input: NewDelegation,
): Promise<DelegateFollowUpResult> {
  const from = latestOf(input.from, civilDateOf(act.at));
  const to = addDays(input.through, 1);
  if (to <= from) return { outcome: 'already-over' };
  return inTransaction(db, async (trx) => {
    const unitId = await findDelegableUnitId(trx, actor, input.unitCode);
    if (!unitId) return { outcome: 'no-such-unit' };
    const personId = await findPersonIdByHrNumber(trx, input.hrNumber);
    if (!personId) return { outcome: 'no-such-person' };
    if (personId === actor.personId) return { outcome: 'oneself' };
    if ((await findUsername(trx, personId)) === null) return { outcome: 'no-account' };
    if (await hasDelegationOver(trx, { personId, unitId, from, to })) return { outcome: 'already-delegated' };

    await trx
      .insertInto('role_grant')
      .values({
        id: newId(),
        person_id: personId,
        role: 'manager',
        unit_id: unitId,
        granted_at: act.at,
        granted_by: act.by,
        from_date: from,
        to_date: to,
        reason: input.reason,
      })
      .execute();
    await recordDeed(trx, act, {
      verb: 'delegation:give',
      subjectKind: 'person',
      subjectId: personId,
      detail: { unit: input.unitCode, from, to },
    });
    return { outcome: 'delegated' };
  });
}
