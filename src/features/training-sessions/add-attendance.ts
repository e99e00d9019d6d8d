import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { countPresences } from './count-presences.ts';
import { findPeopleByNumbers, findSession, listPresentIds, type SessionFacts } from './session-queries.ts';
import { sessionState } from './session-state.ts';
import { writeAttendance } from './write-attendance.ts';

export type AddAttendanceResult =
  | { outcome: 'added'; added: number }
  | { outcome: 'no-such-session' | 'not-held-yet' }
  /** Cancelled. */
  | { outcome: 'session-over' }
  /** Once the session is closed, a presence needs its reason. */
  | { outcome: 'reason-missing' }
  | { outcome: 'unknown-numbers'; numbers: string[] };

/**
 * Records by HR number who attended, enrolled or not: all of them, or nobody when one is unknown. After the closing it is a
 * late presence, with its reason, and gives at once what the closing gave.
 */
export async function addAttendance(
  db: Kysely<Database>,
  act: Act,
  { sessionId, numbers, reason }: { sessionId: string; numbers: readonly string[]; reason: string },
): Promise<AddAttendanceResult> {
  return inTransaction(db, async (trx) => {
    const session = await findSession(trx, sessionId);
    if (!session) return { outcome: 'no-such-session' };
    const state = sessionState(session, civilDateOf(act.at));
    if (state === 'to-come') return { outcome: 'not-held-yet' };
    if (state === 'cancelled') return { outcome: 'session-over' };
    if (state === 'closed' && reason === '') return { outcome: 'reason-missing' };
    const people = await findPeopleByNumbers(trx, numbers);
    const unknown = numbers.filter((number) => !people.has(number));
    if (unknown.length > 0) return { outcome: 'unknown-numbers', numbers: unknown };
    const known = await listPresentIds(trx, sessionId);
    const added = [...people.values()].filter((id) => !known.has(id));
    if (added.length === 0) return { outcome: 'added', added: 0 };
    const isLate = state === 'closed';
    await writeAttendance(trx, act, { sessionId, personIds: added, lateReason: isLate ? reason : null });
    await (isLate ? countLate(trx, act, session, added) : journal(trx, act, session, added));
    return { outcome: 'added', added: added.length };
  });
}

async function countLate(
  trx: Transaction<Database>,
  act: Act,
  { sessionId, moduleCode, heldOn, countedLessons }: SessionFacts,
  added: readonly string[],
): Promise<void> {
  const completed = await countPresences(trx, act, { sessionId, moduleCode, heldOn, countedLessons, personIds: added });
  await recordDeed(trx, act, {
    verb: 'training-session:late-attendance',
    subjectKind: 'training-session',
    subjectId: sessionId,
    // The reason stays with the presence: it may be about a person, and the journal keeps what it is given.
    detail: { added: added.length, completions: completed },
  });
}

async function journal(
  trx: Transaction<Database>,
  act: Act,
  { sessionId }: SessionFacts,
  added: readonly string[],
): Promise<void> {
  await recordDeed(trx, act, {
    verb: 'training-session:record-attendance',
    subjectKind: 'training-session',
    subjectId: sessionId,
    detail: { added: added.length, removed: 0 },
  });
}
