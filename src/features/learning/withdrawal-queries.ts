import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';

/** A completion that was given in error, as its own person reads it. */
export interface Withdrawal {
  doneOn: CivilDate;
  on: CivilDate;
  reason: string;
}

/**
 * The latest completion of a module that was withdrawn; null without one.
 * @param after the last day from which another one counts: it makes up for those before
 */
export async function findWithdrawal(
  db: Kysely<Database>,
  personId: string,
  moduleId: string,
  after: CivilDate | null,
): Promise<Withdrawal | null> {
  const row = await db
    .selectFrom('completion')
    .where('person_id', '=', personId)
    .where('module_id', '=', moduleId)
    .where('withdrawn_on', 'is not', null)
    .$if(after !== null, (query) => query.where('completed_on', '>', after!))
    .select(['done_on', 'withdrawn_on', 'withdrawn_reason'])
    .orderBy('withdrawn_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row
    ? { doneOn: row.done_on as CivilDate, on: row.withdrawn_on as CivilDate, reason: row.withdrawn_reason ?? '' }
    : null;
}
