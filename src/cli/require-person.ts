import { findPersonIdByHrNumber } from '#features/people/queries.ts';
import type { DatabaseHandle } from '#platform/db/database-file.ts';
import { Refusal } from './refusal.ts';

/** The person with this HR number; a refusal when there is none. */
export async function requirePerson(db: DatabaseHandle, hrNumber: string): Promise<string> {
  const personId = await findPersonIdByHrNumber(db, hrNumber);
  if (personId) return personId;
  throw new Refusal(`Personne n’a le matricule ${hrNumber} : ajoutez la personne d’abord (person add).`);
}
