import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids.ts';
import { applyDecision, type ApplyDecisionResult } from './apply-decision.ts';
import type { Decision } from './decision.ts';
import { findProgrammeId, isAbsentOn, isExemptOn } from './queries.ts';

export type RecordDecisionResult = ApplyDecisionResult | { outcome: 'waiting' } | { outcome: 'already-waiting' };

/**
 * Decides something about a person: at once, or, when it waits for a second person, as a proposal. One proposal of each
 * kind may wait for a person and a programme, so the same one sent twice is one.
 */
export async function recordDecision(
  db: Kysely<Database>,
  act: Act & { by: string },
  decision: Decision,
  { waits }: { waits: boolean },
): Promise<RecordDecisionResult> {
  return inTransaction(db, (trx) => (waits ? propose(trx, act, decision) : applyDecision(trx, act, decision)));
}

async function propose(
  trx: Transaction<Database>,
  act: Act & { by: string },
  decision: Decision,
): Promise<RecordDecisionResult> {
  const today = civilDateOf(act.at);
  const programmeId = decision.kind === 'absence' ? null : await findProgrammeId(trx, decision.programme);
  if (decision.kind !== 'absence' && !programmeId) return { outcome: 'no-such-programme' };
  if (decision.kind === 'credit' && decision.doneOn > today) return { outcome: 'not-done-yet' };
  const to = decision.kind === 'credit' ? null : decision.to;
  if (to !== null && to <= today) return { outcome: 'already-over' };
  if (await stands(trx, decision, programmeId, today)) return { outcome: 'already-recorded' };
  const id = newId();
  const inserted = await trx
    .insertInto('pending_decision')
    .values({
      id,
      kind: decision.kind,
      person_id: decision.personId,
      programme_id: programmeId,
      from_date: decision.kind === 'credit' ? null : decision.from,
      to_date: to,
      reason: decision.kind === 'credit' ? null : (decision.reason ?? null),
      done_on: decision.kind === 'credit' ? decision.doneOn : null,
      proof: decision.kind === 'credit' ? decision.proof : null,
      category: decision.kind === 'absence' ? decision.category : null,
      proposed_at: act.at,
      proposed_by: act.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) return { outcome: 'already-waiting' };
  await recordDeed(trx, act, {
    verb: 'decision:propose',
    subjectKind: 'person',
    subjectId: decision.personId,
    detail: { decision: id, kind: decision.kind },
  });
  return { outcome: 'waiting' };
}

/** True when what is proposed is a fact already. */
async function stands(
  trx: Transaction<Database>,
  decision: Decision,
  programmeId: string | null,
  today: CivilDate,
): Promise<boolean> {
  const { personId } = decision;
  if (decision.kind === 'credit') {
    const row = await trx
      .selectFrom('credit')
      .where('programme_id', '=', programmeId)
      .where('person_id', '=', personId)
      .where('done_on', '=', decision.doneOn)
      .where('to_date', 'is', null)
      .select('id')
      .executeTakeFirst();
    return row !== undefined;
  }
  const day = decision.from > today ? decision.from : today;
  if (decision.kind === 'absence') return isAbsentOn(trx, personId, day);
  return isExemptOn(trx, { programmeId: programmeId!, personId, day });
}
