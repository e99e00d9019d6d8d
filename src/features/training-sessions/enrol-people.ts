import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { findPeopleByNumbers } from './session-queries.ts';
import { findSessionToEnrol, writeEnrolments, type EnrolmentResult } from './write-enrolments.ts';

/** Enrols persons by HR number: all of them, or nobody when one is unknown or seats are lacking. */
export async function enrolPeople(
  db: Kysely<Database>,
  act: Act,
  { sessionId, numbers }: { sessionId: string; numbers: readonly string[] },
): Promise<EnrolmentResult | { outcome: 'unknown-numbers'; numbers: string[] }> {
  return inTransaction(db, async (trx) => {
    const found = await findSessionToEnrol(trx, act, sessionId);
    if (found.outcome !== 'found') return found;
    const people = await findPeopleByNumbers(trx, numbers);
    const unknown = numbers.filter((number) => !people.has(number));
    if (unknown.length > 0) return { outcome: 'unknown-numbers', numbers: unknown };
    return writeEnrolments(trx, act, found.session, [...people.values()]);
  });
}
