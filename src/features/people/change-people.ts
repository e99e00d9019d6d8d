import type { Transaction } from 'kysely';
import type { Database, PersonStatus } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { listedRows, listedValues } from '#platform/db/listed-rows.ts';
import { inPieces } from '#platform/db/rows-of.ts';
import { keepWhatPeopleWere } from './keep-what-people-were.ts';

/** Bulk changes, for imports: the caller has checked everything, keeps what undoes it, and journals the whole. */

export interface PersonToChange {
  personId: string;
  familyName: string;
  givenName: string;
  email: string | null;
  status: PersonStatus;
  rankGroup: string | null;
  job: string | null;
}

/** Gives persons these names and details, from today on: what they were stays what they were on the days gone by. */
export async function changePeople(
  trx: Transaction<Database>,
  people: readonly PersonToChange[],
  today: CivilDate,
): Promise<void> {
  for (const piece of inPieces(people)) {
    const ids = piece.map(({ personId }) => personId);
    await keepWhatPeopleWere(trx, ids, today, () => writeChanges(trx, piece));
  }
}

async function writeChanges(trx: Transaction<Database>, piece: readonly PersonToChange[]): Promise<void> {
  const columns = ['personId', 'familyName', 'givenName', 'email', 'status', 'rankGroup', 'job'] as const;
  await trx
    .updateTable('person')
    .from(listedRows('change', columns, piece.map(asRow)))
    .set((eb) => ({
      family_name: eb.ref('change.familyName'),
      given_name: eb.ref('change.givenName'),
      email: eb.ref('change.email'),
      status: eb.ref('change.status'),
      rank_group: eb.ref('change.rankGroup'),
      job: eb.ref('change.job'),
    }))
    .whereRef('person.id', '=', 'change.personId')
    .execute();
}

const asRow = ({ personId, familyName, givenName, email, status, rankGroup, job }: PersonToChange) => ({
  personId,
  familyName,
  givenName,
  email,
  status,
  rankGroup,
  job,
});

/** Gives memberships an end, or takes it away. */
export async function endMemberships(
  trx: Transaction<Database>,
  ends: readonly { membershipId: string; to: CivilDate | null }[],
): Promise<void> {
  for (const piece of inPieces(ends))
    await trx
      .updateTable('membership')
      .from(
        listedRows(
          'change',
          ['id', 'to'],
          piece.map(({ membershipId, to }) => ({ id: membershipId, to: to as string | null })),
        ),
      )
      .set((eb) => ({ to_date: eb.ref('change.to') }))
      .whereRef('membership.id', '=', 'change.id')
      .execute();
}

/** Says that memberships are in another unit: for those that begin today or later. */
export async function correctMemberships(
  trx: Transaction<Database>,
  corrections: readonly { membershipId: string; unitId: string }[],
): Promise<void> {
  for (const piece of inPieces(corrections))
    await trx
      .updateTable('membership')
      .from(
        listedRows(
          'change',
          ['id', 'unitId'],
          piece.map(({ membershipId, unitId }) => ({ id: membershipId, unitId })),
        ),
      )
      .set((eb) => ({ unit_id: eb.ref('change.unitId') }))
      .whereRef('membership.id', '=', 'change.id')
      .execute();
}

/** Removes memberships: for those that begin today or later. */
export async function removeMemberships(trx: Transaction<Database>, membershipIds: readonly string[]): Promise<void> {
  for (const piece of inPieces(membershipIds))
    await trx.deleteFrom('membership').where('id', 'in', listedValues(piece)).execute();
}

/** Removes persons that nothing refers to any more. */
export async function removePeople(trx: Transaction<Database>, personIds: readonly string[]): Promise<void> {
  for (const piece of inPieces(personIds)) {
    await trx.deleteFrom('person_before').where('person_id', 'in', listedValues(piece)).execute();
    await trx.deleteFrom('person').where('id', 'in', listedValues(piece)).execute();
  }
}
