import type { Kysely } from 'kysely';
import type { Database, PersonStatus } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids.ts';
import { findIdentity } from './person-queries.ts';
import { findOpenUnitId, findPersonIdByHrNumber } from './queries.ts';

export interface NewPerson {
  /** Identity is the HR number (matricule), never the name: namesakes exist. Null while it is unknown. */
  hrNumber: string | null;
  givenName: string;
  familyName: string;
  status: PersonStatus;
  email?: string | null;
  rankGroup?: string | null;
  job?: string | null;
  unitCode: string;
  /** First day in the unit. */
  fromDate: CivilDate;
  /** Chosen by the caller when it has to be known beforehand, as for the demonstration's cast. */
  personId?: string;
}

export type CreatePersonResult =
  | { outcome: 'created'; personId: string }
  /** The same form was sent twice: the person of that id is there. */
  | { outcome: 'already-created'; personId: string }
  | { outcome: 'hr-number-taken' }
  | { outcome: 'no-such-unit' };

/** Adds a person and their first membership. */
export async function createPerson(db: Kysely<Database>, act: Act, person: NewPerson): Promise<CreatePersonResult> {
  return inTransaction(db, async (trx) => {
    if (person.personId !== undefined && (await findIdentity(trx, person.personId)))
      return { outcome: 'already-created', personId: person.personId };
    if (person.hrNumber !== null && (await findPersonIdByHrNumber(trx, person.hrNumber)))
      return { outcome: 'hr-number-taken' };
    const unitId = await findOpenUnitId(trx, person.unitCode);
    if (!unitId) return { outcome: 'no-such-unit' };

    const personId = person.personId ?? newId();
    await trx
      .insertInto('person')
      .values({
        id: personId,
        hr_number: person.hrNumber,
        given_name: person.givenName,
        family_name: person.familyName,
        status: person.status,
        created_at: act.at,
        email: person.email ?? null,
        rank_group: person.rankGroup ?? null,
        job: person.job ?? null,
      })
      .execute();
    await trx
      .insertInto('membership')
      .values({ id: newId(), person_id: personId, unit_id: unitId, from_date: person.fromDate, to_date: null })
      .execute();
    await recordDeed(trx, act, { verb: 'person:create', subjectKind: 'person', subjectId: personId });
    return { outcome: 'created', personId };
  });
}
