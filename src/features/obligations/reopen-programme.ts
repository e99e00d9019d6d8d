import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { findProgramme } from './queries.ts';

export type ReopenProgrammeResult =
  { outcome: 'reopened' } | { outcome: 'already-open' } | { outcome: 'no-such-programme' };

/** Opens a closed programme again: those whom it still designates are asked for it anew. */
export async function reopenProgramme(
  db: Kysely<Database>,
  act: Act,
  { slug }: { slug: string },
): Promise<ReopenProgrammeResult> {
  return inTransaction(db, async (trx) => {
    const programme = await findProgramme(trx, slug);
    if (!programme) return { outcome: 'no-such-programme' };
    if (programme.closedOn === null) return { outcome: 'already-open' };
    const { programmeId } = programme;
    await trx.updateTable('programme').set({ closed_on: null }).where('id', '=', programmeId).execute();
    await recordDeed(trx, act, { verb: 'programme:reopen', subjectKind: 'programme', subjectId: programmeId });
    return { outcome: 'reopened' };
  });
}
