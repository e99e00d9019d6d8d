import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { listedValues } from '#platform/db/listed-rows.ts';

/**
 * Makes a change of what persons are, which counts from today: the status, rank group and job that they had are kept for
 * the days before. Changed back on the same day, nothing is kept.
 */
export async function keepWhatPeopleWere(
  trx: Transaction<Database>,
  personIds: readonly string[],
  today: CivilDate,
  change: () => Promise<void>,
): Promise<void> {
  await trx
    .insertInto('person_before')
    .columns(['person_id', 'before_date', 'status', 'rank_group', 'job'])
    .expression((eb) =>
      eb
        .selectFrom('person')
        .where('id', 'in', listedValues(personIds))
        .select(['id', eb.val<string>(today).as('before_date'), 'status', 'rank_group', 'job']),
    )
    // What somebody was before today is what the first change of the day found.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await change();
  await trx
    .deleteFrom('person_before')
    .where('person_id', 'in', listedValues(personIds))
    .where('before_date', '=', today)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('person')
          .whereRef('person.id', '=', 'person_before.person_id')
          .whereRef('person.status', '=', 'person_before.status')
          .whereRef('person.rank_group', 'is', 'person_before.rank_group')
          .whereRef('person.job', 'is', 'person_before.job')
          .select('person.id'),
      ),
    )
    .execute();
}
