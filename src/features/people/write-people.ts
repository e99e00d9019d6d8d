import type { Transaction } from 'kysely';
import type { Database, PersonStatus } from '#db/schema.ts';
import { SINCE_EVER, type CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import { inPieces, rowsOf } from '#platform/db/rows-of.ts';

/** Bulk writes, for imports and large demonstrations: the caller has checked everything, and journals the whole. */

export interface UnitToWrite {
  unitId: string;
  code: string;
  name: string;
  /** Null for the top; a parent comes before its children. */
  parentId: string | null;
}

/** Adds units that stand below each other, since ever. */
export async function writeUnits(
  trx: Transaction<Database>,
  units: readonly UnitToWrite[],
  at: Instant,
): Promise<void> {
  const parents = new Map(units.map(({ unitId, parentId }) => [unitId, parentId]));
  for (const piece of inPieces(units)) {
    await trx
      .insertInto('unit')
      .columns(['id', 'code', 'name', 'parent_id', 'created_at'])
      .expression(rowsOf(piece.map(({ unitId, code, name, parentId }) => [unitId, code, name, parentId, at])))
      .execute();
    const places = piece.flatMap(({ unitId }) =>
      [...upwards(parents, unitId)].map((aboveId, depth) => [aboveId, unitId, depth, SINCE_EVER]),
    );
    for (const some of inPieces(places))
      await trx
        .insertInto('unit_closure')
        .columns(['ancestor_id', 'descendant_id', 'depth', 'from_date'])
        .expression(rowsOf(some))
        .execute();
  }
}

function* upwards(parents: ReadonlyMap<string, string | null>, unitId: string): Generator<string> {
  for (let at: string | null | undefined = unitId; at; at = parents.get(at)) yield at;
}

export interface PersonToWrite {
  personId: string;
  hrNumber: string | null;
  givenName: string;
  familyName: string;
  status: PersonStatus;
  email: string | null;
  rankGroup: string | null;
  job: string | null;
}

/** Adds persons, without a membership. */
export async function writePeople(
  trx: Transaction<Database>,
  people: readonly PersonToWrite[],
  at: Instant,
): Promise<void> {
  for (const piece of inPieces(people))
    await trx
      .insertInto('person')
      .columns(['id', 'hr_number', 'given_name', 'family_name', 'status', 'created_at', 'email', 'rank_group', 'job'])
      .expression(
        rowsOf(
          piece.map((person) => [
            person.personId,
            person.hrNumber,
            person.givenName,
            person.familyName,
            person.status,
            at,
            person.email,
            person.rankGroup,
            person.job,
          ]),
        ),
      )
      .execute();
}

export interface MembershipToWrite {
  membershipId: string;
  personId: string;
  unitId: string;
  from: CivilDate;
  to: CivilDate | null;
}

/** Adds memberships. */
export async function writeMemberships(
  trx: Transaction<Database>,
  memberships: readonly MembershipToWrite[],
): Promise<void> {
  for (const piece of inPieces(memberships))
    await trx
      .insertInto('membership')
      .columns(['id', 'person_id', 'unit_id', 'from_date', 'to_date'])
      .expression(
        rowsOf(piece.map(({ membershipId, personId, unitId, from, to }) => [membershipId, personId, unitId, from, to])),
      )
      .execute();
}
