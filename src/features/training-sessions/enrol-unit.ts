import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { findUnitId, listPeopleToEnrol } from './session-queries.ts';
import { findSessionToEnrol, writeEnrolments, type EnrolmentResult } from './write-enrolments.ts';

/** Enrols everybody of a unit and of all below it on the day of the session; nobody when seats are lacking. */
export async function enrolUnit(
  db: Kysely<Database>,
  act: Act,
  { sessionId, unitCode }: { sessionId: string; unitCode: string },
): Promise<EnrolmentResult | { outcome: 'no-such-unit' }> {
  return inTransaction(db, async (trx) => {
    const found = await findSessionToEnrol(trx, act, sessionId);
    if (found.outcome !== 'found') return found;
    const unitId = await findUnitId(trx, unitCode);
    if (unitId === null) return { outcome: 'no-such-unit' };
    const { heldOn, seats } = found.session;
    // One more than the room holds is enough to know that they do not fit: a unit may have 300,000 persons.
    const people = await listPeopleToEnrol(trx, { unitId, on: heldOn, sessionId, limit: seats + 1 });
    return writeEnrolments(trx, act, found.session, people);
  });
}
