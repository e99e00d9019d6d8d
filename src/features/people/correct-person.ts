import type { Kysely, Transaction } from 'kysely';
import type { Database, PersonStatus } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { keepWhatPeopleWere } from './keep-what-people-were.ts';
import { findPersonIdByHrNumber } from './queries.ts';
import { findIdentity } from './person-queries.ts';

export interface PersonIdentity {
  hrNumber: string | null;
  givenName: string;
  familyName: string;
  status: PersonStatus;
  email: string | null;
  rankGroup: string | null;
  job: string | null;
}

export type CorrectPersonResult =
  | { outcome: 'corrected' }
  | { outcome: 'unchanged' }
  | { outcome: 'no-such-person' }
  /** Another person has it: two files are never made one by a correction. */
  | { outcome: 'hr-number-taken' };

/**
 * Corrects who a person is, from today on: past days keep the status, category and function that were known. The journal
 * names the fields, not what stood in them.
 */
export async function correctPerson(
  db: Kysely<Database>,
  act: Act,
  personId: string,
  identity: PersonIdentity,
): Promise<CorrectPersonResult> {
  return inTransaction(db, async (trx) => {
    const before = await findIdentity(trx, personId);
    if (!before) return { outcome: 'no-such-person' };
    const fields = (Object.keys(identity) as (keyof PersonIdentity)[]).filter(
      (field) => before[field] !== identity[field],
    );
    if (fields.length === 0) return { outcome: 'unchanged' };
    if (fields.includes('hrNumber') && identity.hrNumber !== null)
      if (await findPersonIdByHrNumber(trx, identity.hrNumber)) return { outcome: 'hr-number-taken' };

    await keepWhatPeopleWere(trx, [personId], civilDateOf(act.at), () => writeIdentity(trx, personId, identity));
    await recordDeed(trx, act, {
      verb: 'person:correct',
      subjectKind: 'person',
      subjectId: personId,
      detail: { fields: fields.join(', ') },
    });
    return { outcome: 'corrected' };
  });
}

async function writeIdentity(trx: Transaction<Database>, personId: string, identity: PersonIdentity): Promise<void> {
  await trx
    .updateTable('person')
    .set({
      hr_number: identity.hrNumber,
      given_name: identity.givenName,
      family_name: identity.familyName,
      status: identity.status,
      email: identity.email,
      rank_group: identity.rankGroup,
      job: identity.job,
    })
    .where('id', '=', personId)
    .execute();
}
