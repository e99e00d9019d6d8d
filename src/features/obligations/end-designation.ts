import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { endOfPeriod } from '#domain/obligation/end-of-period.ts';
import { civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { findDesignation } from './fact-queries.ts';

export type EndDesignationResult =
  | { outcome: 'ended' }
  | { outcome: 'unchanged' }
  | { outcome: 'already-over' }
  | { outcome: 'no-such-designation' }
  /** Nobody decides about themselves. */
  | { outcome: 'own-person' };

/** Says that a programme concerns a person no more, and why; from today on at the earliest. */
export async function endDesignation(
  db: Kysely<Database>,
  act: Act,
  input: { personId: string; designationId: string; to: CivilDate; reason: string },
): Promise<EndDesignationResult> {
  if (act.by === input.personId) return { outcome: 'own-person' };
  return inTransaction(db, async (trx) => {
    const designation = await findDesignation(trx, input);
    if (!designation) return { outcome: 'no-such-designation' };
    const end = endOfPeriod(designation, input.to, civilDateOf(act.at));
    switch (end.kind) {
      case 'over':
        return { outcome: 'already-over' };
      case 'unchanged':
        return { outcome: 'unchanged' };
      case 'remove':
        await trx.deleteFrom('designation').where('id', '=', input.designationId).execute();
        break;
      case 'end':
        await trx
          .updateTable('designation')
          .set({ to_date: end.to, end_reason: input.reason })
          .where('id', '=', input.designationId)
          .execute();
    }
    await recordDeed(trx, act, {
      verb: 'designation:end',
      subjectKind: 'person',
      subjectId: input.personId,
      detail: { programme: designation.programme, from: designation.from, to: end.kind === 'end' ? end.to : null },
    });
    return { outcome: 'ended' };
  });
}
