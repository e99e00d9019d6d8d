import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { findProgramme } from './queries.ts';

export type CloseProgrammeResult =
  { outcome: 'closed' } | { outcome: 'already-closed' } | { outcome: 'no-such-programme' };

/** Closes a programme: from today nobody is asked for it any more, and its figures can still be read. */
export async function closeProgramme(
  db: Kysely<Database>,
  act: Act,
  { slug }: { slug: string },
): Promise<CloseProgrammeResult> {
  return inTransaction(db, async (trx) => {
    const programme = await findProgramme(trx, slug);
    if (!programme) return { outcome: 'no-such-programme' };
    if (programme.closedOn !== null) return { outcome: 'already-closed' };
    const { programmeId } = programme;
    await trx
      .updateTable('programme')
      .set({ closed_on: civilDateOf(act.at) })
      .where('id', '=', programmeId)
      .execute();
    await recordDeed(trx, act, { verb: 'programme:close', subjectKind: 'programme', subjectId: programmeId });
    return { outcome: 'closed' };
  });
}
