import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf, latestOf, type CivilDate } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids.ts';
import { findProgrammeId, isExemptOn } from './queries.ts';

export interface NewExemption {
  programme: string;
  personId: string;
  from: CivilDate;
  /** The first day after it; null while it has no end. */
  to?: CivilDate | null;
  reason: string;
  /** Those of what was proposed, when somebody else confirms it. */
  id?: string;
  author?: string | null;
}

export type ExemptPersonResult =
  | { outcome: 'exempted' }
  | { outcome: 'already-exempted' }
  | { outcome: 'already-over' }
  | { outcome: 'no-such-programme' };

/** Says that a designated person is not concerned after all, and why; today at the earliest. */
export async function exemptPerson(db: Kysely<Database>, act: Act, input: NewExemption): Promise<ExemptPersonResult> {
  const { personId, to = null } = input;
  const from = latestOf(input.from, civilDateOf(act.at));
  if (to !== null && to <= from) return { outcome: 'already-over' };
  return inTransaction(db, async (trx) => {
    const programmeId = await findProgrammeId(trx, input.programme);
    if (!programmeId) return { outcome: 'no-such-programme' };
    if (await isExemptOn(trx, { programmeId, personId, day: from })) return { outcome: 'already-exempted' };
    await trx
      .insertInto('exemption')
      .values({
        id: input.id ?? newId(),
        programme_id: programmeId,
        person_id: personId,
        from_date: from,
        to_date: to,
        reason: input.reason,
        recorded_at: act.at,
        recorded_by: input.author ?? act.by,
      })
      .execute();
    await recordDeed(trx, act, {
      verb: 'person:exempt',
      subjectKind: 'person',
      subjectId: personId,
      detail: { programme: input.programme, from },
    });
    return { outcome: 'exempted' };
  });
}
